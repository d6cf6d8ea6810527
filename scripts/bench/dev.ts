import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { end, owned } from './processes.ts'

const GIVE_UP_MS = 60_000
const POLL_MS = 20

/** Milliseconds from the start of `npm run dev`'s script to its first answer. */
export const timeDev = async (folder: string): Promise<number> => {
  const port = await freePort()
  const before = performance.now()
  const child = owned(
    spawn(
      process.execPath,
      ['scripts/dev.mjs', '--port', `${port}`, '--persist-to', join(folder, 'state')],
      { stdio: 'ignore' },
    ),
  )
  while (!(await answers(`http://127.0.0.1:${port}/_ping`))) {
    if (child.exitCode !== null) throw new Error('npm run dev ended before it answered')
    if (performance.now() - before > GIVE_UP_MS) throw new Error('npm run dev does not answer')
    await setTimeout(POLL_MS)
  }
  const ms = performance.now() - before
  await end(child)
  return ms
}

const answers = async (url: string): Promise<boolean> => {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(GIVE_UP_MS) })
    return ok
  } catch {
    return false
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}
