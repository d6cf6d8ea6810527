import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Ratio, ratioOf } from './report.ts'
import { inRounds } from './rounds.ts'
import { METADATA } from './subjects.ts'
import { end, owned, startWorkerd, temporaryFolder } from './workerd.ts'

const STARTED = ['hello-world', 'sandbox'] as const

type Started = (typeof STARTED)[number]

// The first start warms the file cache.
const TERMS = { rounds: 15, warmingUp: 1 }

/** What it took from the start of a workerd with one Worker to its first answer. */
interface Start {
  /** Milliseconds. */
  readonly took: number
  /** Milliseconds of processor. */
  readonly cpu: number
}

/** Starts workerd with one Worker, over and over. */
export const timeStarts = (folder: string): Promise<ReadonlyMap<Started, readonly Start[]>> =>
  inRounds(STARTED, TERMS, async (worker) => {
    const before = performance.now()
    const workerd = await startWorkerd(folder, [worker])
    const { path, headers } = METADATA
    const response = await fetch(workerd.originOf(worker) + path, { headers })
    await response.arrayBuffer()
    const start = { took: performance.now() - before, cpu: workerd.cpu() }
    await workerd.stop()
    if (!response.ok) throw new Error(`${worker} answers its first request with ${response.status}`)
    return start
  })

/** The sandbox's start beside hello-world's. */
export const startRatios = (starts: ReadonlyMap<Started, readonly Start[]>): readonly Ratio[] => {
  const what = { name: 'start-up, sandbox', to: 'hello-world' }
  const all = (worker: Started, quantity: keyof Start) =>
    (starts.get(worker) ?? []).map((start) => start[quantity])
  const both = (quantity: keyof Start) =>
    [all('sandbox', quantity), all('hello-world', quantity)] as const
  return [
    ratioOf({ ...what, unit: 'ms' }, ...both('took'), { atMost: 1.7 }),
    ratioOf({ ...what, unit: 'ms of CPU' }, ...both('cpu')),
  ]
}

const GIVE_UP_MS = 60_000
const POLL_MS = 20

/** Milliseconds from the start of `npm run dev`'s script to its first answer. */
export const timeDev = async (): Promise<number> => {
  const port = await freePort()
  const before = performance.now()
  const state = join(temporaryFolder(), 'state')
  const child = owned(
    spawn(process.execPath, ['scripts/dev.ts', '--port', `${port}`, '--persist-to', state], {
      stdio: 'ignore',
    }),
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
