// `npm run dev`: wrangler dev on 127.0.0.1, quiet and with nothing sent anywhere; arguments go through.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import * as z from 'zod'

const asked = process.argv.slice(2)
const isAsked = (option: string) =>
  asked.some((each) => each === option || each.startsWith(`${option}=`))

// Wrangler tells of each request with its path, which may hold an NHS number: only warnings are shown.
const logLevel = isAsked('--log-level') ? [] : ['--log-level', 'warn']

const wrangler = spawn(
  process.execPath,
  ['node_modules/wrangler/bin/wrangler.js', 'dev', '--inspector-port', '0', ...logLevel, ...asked],
  { stdio: ['inherit', 'pipe', 'pipe', 'ipc'] },
)

// A request that breaks off is an error to wrangler, which it tells with the URL.
const withoutUrls = (line: string) => line.replace(/\b([A-Z]+) https?:\/\/\S+/g, '$1 …')

// What ends is no news: esbuild, ended while it builds, says that it has crashed.
const show = (from: Readable | null, to: NodeJS.WriteStream) =>
  from &&
  createInterface(from).on('line', (line) => wrangler.killed || to.write(`${withoutUrls(line)}\n`))

show(wrangler.stdout, process.stdout)
show(wrangler.stderr, process.stderr)

const Ready = z.object({ event: z.literal('DEV_SERVER_READY'), ip: z.string(), port: z.number() })

wrangler.on('message', (message) => {
  const { success, data } = Ready.safeParse(JSON.parse(String(message)))
  if (!success) return
  const host = data.ip.includes(':') ? `[${data.ip.replace(/[[\]]/g, '')}]` : data.ip
  console.log(`BaRS Sandbox is ready at http://${host}:${data.port} (Ctrl-C ends it)`)
})

// Of the signals that end a process, wrangler hands SIGTERM on to all that it started.
const end = () => wrangler.kill('SIGTERM')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)

// npm that is asked to end asks no more than the shell between, which tells nobody.
const parent = process.ppid
setInterval(() => process.ppid === parent || end(), 500).unref()

wrangler.on('close', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
