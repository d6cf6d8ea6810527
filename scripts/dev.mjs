// `npm run dev`: wrangler dev on 127.0.0.1, quiet and with nothing sent anywhere; arguments go through.
import { spawn } from 'node:child_process'
import { whenNpmEnds } from './npm-process.mjs'
import { quietEnvironment } from './quiet-environment.mjs'

const asked = process.argv.slice(2)
const isAsked = (option) => asked.some((each) => each === option || each.startsWith(`${option}=`))

// Wrangler tells of each request with its path, which may hold an NHS number: only warnings are shown.
const logLevel = isAsked('--log-level') ? [] : ['--log-level', 'warn']

const wrangler = spawn(
  process.execPath,
  ['node_modules/wrangler/bin/wrangler.js', 'dev', '--inspector-port', '0', ...logLevel, ...asked],
  { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: quietEnvironment() },
)

wrangler.on('message', (message) => {
  const { event, ip, port } = JSON.parse(message)
  if (event !== 'DEV_SERVER_READY') return
  const host = ip.includes(':') ? `[${ip.replace(/[[\]]/g, '')}]` : ip
  console.log(`BaRS Sandbox is ready at http://${host}:${port} (Ctrl-C ends it)`)
})

// Of the signals that end a process, wrangler hands SIGTERM on to all that it started.
const end = () => wrangler.kill('SIGTERM')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
wrangler.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))

// npm hands no SIGHUP on, and nobody SIGKILL: once npm is gone there is nobody left to end this.
whenNpmEnds(end)
