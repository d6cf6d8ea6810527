import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { parseEnv } from 'node:util'
import { vi } from 'vitest'
import { scripts } from '../../package.json' with { type: 'json' }

const DEADLINE_MS = 60_000

/** A port of 127.0.0.1 that nothing listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** What `npm run dev` starts: a program and its first arguments. */
export const DEV = [process.execPath, ...scripts.dev.split(' ').slice(1)] as const

// It has to be quiet by itself, not because these tests are.
const QUIET = parseEnv(readFileSync('scripts/quiet.env', 'utf8'))
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in QUIET)))

/** Starts the sandbox on that port, with its state in that folder. */
export const startDev = async (
  port: number,
  folder: string,
  [program, ...first]: readonly [string, ...string[]] = DEV,
) => {
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(program, [...first, '--port', `${port}`, '--persist-to', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  const exit = once(child, 'exit')
  process.once('exit', () => child.kill('SIGTERM'))
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await exit
  }
  try {
    await vi.waitFor(() => fetch(`${origin}/_ping`), { timeout: DEADLINE_MS, interval: 100 })
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, stop, printed: () => printed }
}
