// Writes worker-configuration.d.ts from wrangler.toml; with --check, only tells whether it is up to date.
import { spawnSync } from 'node:child_process'
import { quietEnvironment } from './quiet-environment.mjs'

const { status } = spawnSync(
  process.execPath,
  ['node_modules/wrangler/bin/wrangler.js', 'types', ...process.argv.slice(2)],
  { stdio: ['ignore', 'ignore', 'inherit'], env: quietEnvironment() },
)
process.exit(status ?? 1)
