// `npm run dev`: wrangler dev on 127.0.0.1, quiet and with nothing sent anywhere; arguments go through.
import { spawn } from 'node:child_process'
import { quietEnvironment } from './quiet-environment.mjs'

const child = spawn(
  process.execPath,
  [
    'node_modules/wrangler/bin/wrangler.js',
    'dev',
    '--inspector-port',
    '0',
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    env: quietEnvironment(),
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
