import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { member } from '../../src/fhir/json.ts'
import { type Ratio, ratioOf } from './report.ts'
import { inRounds } from './rounds.ts'
import { METADATA } from './subjects.ts'
import { cpuOf, DEPLOYED, end, OBJECTS, owned, temporaryFolder } from './workerd.ts'

const binary: unknown = member(createRequire(import.meta.url)('workerd'), 'default')
const BINARY = typeof binary === 'string' ? binary : 'node_modules/workerd/bin/workerd'

const STARTED = ['hello-world', 'sandbox'] as const

type Started = (typeof STARTED)[number]

const DEFINED: Readonly<
  Record<Started, { readonly module: string; readonly objects: Readonly<Record<string, string>> }>
> = {
  'hello-world': { module: 'bare.mjs', objects: {} },
  sandbox: { module: 'sandbox.mjs', objects: OBJECTS },
}

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
    const config = join(folder, `${worker}.capnp`)
    writeFileSync(config, configOf(worker))
    const before = performance.now()
    // What Workers print goes to stderr, so that stdout stays JSON alone where that is asked for.
    const stdio = ['ignore', 2, 2, 'pipe'] as const
    const child = owned(spawn(BINARY, ['serve', config, '--control-fd=3'], { stdio: [...stdio] }))
    const { path, headers } = METADATA
    const response = await fetch(`http://127.0.0.1:${await portOf(child.stdio[3])}${path}`, {
      headers,
    })
    await response.arrayBuffer()
    const start = { took: performance.now() - before, cpu: cpuOf(child.pid) }
    await end(child)
    if (!response.ok) throw new Error(`${worker} answers its first request with ${response.status}`)
    return start
  })

/** A workerd with this Worker and nothing else: of a start of Miniflare's most would be Miniflare's. */
const configOf = (worker: Started): string => {
  const { module, objects } = DEFINED[worker]
  const classes = Object.entries(objects)
  const bindings = classes.map(
    ([name, className]) => `(name = "${name}", durableObjectNamespace = "${className}")`,
  )
  const namespaces = classes.map(
    ([, className]) => `(className = "${className}", uniqueKey = "${className}", enableSql = true)`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "${worker}", worker = (
    compatibilityDate = "${DEPLOYED.compatibility_date}",
    modules = [(name = "${module}", esModule = embed "${module}")],
    bindings = [${bindings.join(', ')}],
    durableObjectNamespaces = [${namespaces.join(', ')}],
    durableObjectStorage = (inMemory = void),
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "${worker}")],
);
`
}

// workerd tells on the control pipe, a JSON object a line, which port its socket got.
const portOf = async (control: unknown): Promise<number> => {
  if (!(control instanceof Readable)) throw new Error('workerd has no control pipe')
  for await (const line of createInterface({ input: control })) {
    const port = member(JSON.parse(line), 'port')
    if (typeof port === 'number') return port
  }
  throw new Error('workerd did not start')
}

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
