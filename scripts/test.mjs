// `npm test`: every test, with nothing sent anywhere; arguments go through to vitest.
import { spawnSync } from 'node:child_process'
import { quietEnvironment } from './quiet-environment.mjs'

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  { stdio: 'inherit', env: quietEnvironment() },
)
process.exit(status ?? 1)
