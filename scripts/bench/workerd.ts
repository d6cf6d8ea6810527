import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { type Unstable_Config, unstable_readConfig } from 'wrangler'
import { isObject, member } from '../../src/fhir/json.ts'

/** A Worker of the bench. */
interface Served {
  /** Its module, in the folder of the run. */
  readonly module: 'bare.mjs' | 'check.mjs' | 'sandbox.mjs'
  /** What of the module, if not the default. */
  readonly entrypoint?: string
  /** The classes of its Durable Objects, each with the name by which it knows them. */
  readonly objects?: readonly { readonly binding: string; readonly className: string }[]
}

/** The sandbox, as it is deployed. */
export const DEPLOYED: Unstable_Config = unstable_readConfig({ config: 'wrangler.toml' })

export type WorkerName =
  | 'hello-world'
  | 'metadata'
  | 'echo'
  | 'object'
  | 'parse'
  | 'check'
  | 'sandbox'

// biome-ignore format: a table reads by column
const WORKERS: Readonly<Record<WorkerName, Served>> = {
  'hello-world': { module: 'bare.mjs' },
  metadata:      { module: 'bare.mjs',    entrypoint: 'metadata' },
  echo:          { module: 'bare.mjs',    entrypoint: 'echo' },
  object:        { module: 'bare.mjs',    entrypoint: 'object', objects: [{ binding: 'OBJECT', className: 'BareObject' }] },
  parse:         { module: 'check.mjs' },
  check:         { module: 'check.mjs',   entrypoint: 'check' },
  sandbox:       { module: 'sandbox.mjs', objects: DEPLOYED.durable_objects.bindings.map((each) => ({ binding: each.name, className: each.class_name })) },
}

const binary: unknown = member(createRequire(import.meta.url)('workerd'), 'default')
const BINARY = typeof binary === 'string' ? binary : 'node_modules/workerd/bin/workerd'

const IN_MEMORY = '/dev/shm'

/**
 * Where objects are stored: in memory, where the system has such a folder. A write to a disk waits
 * so long for the disk that what else a request costs does not show.
 */
export const STORAGE = existsSync(IN_MEMORY)
  ? { folder: IN_MEMORY, medium: 'in memory' }
  : { folder: tmpdir(), medium: 'on disk' }

/** A workerd that serves some Workers, each on a port of its own. */
export interface Workerd {
  readonly originOf: (worker: WorkerName) => string
  /** Milliseconds of processor that it has taken so far; NaN where the system does not tell. */
  readonly cpu: () => number
  readonly stop: () => Promise<void>
}

/** Starts one workerd with these Workers, whose modules lie in the folder. */
export const startWorkerd = async (
  folder: string,
  workers: readonly WorkerName[],
): Promise<Workerd> => {
  const config = join(folder, `${workers.join('+')}.capnp`)
  writeFileSync(config, configOf(workers, temporaryFolder(STORAGE.folder)))
  const child = owned(
    // What Workers print goes to stderr, so that stdout stays JSON alone where that is asked for.
    spawn(BINARY, ['serve', config, '--control-fd=3'], { stdio: ['ignore', 2, 2, 'pipe'] }),
  )
  const ports = await portsOf(child.stdio[3], workers.length)
  return {
    originOf: (worker) => `http://127.0.0.1:${ports.get(worker)}`,
    cpu: () => cpuOf(child.pid),
    stop: () => end(child),
  }
}

/**
 * The configuration of a workerd with these Workers, each on a port that the system chooses, and
 * with its objects in that folder.
 */
const configOf = (workers: readonly WorkerName[], objects: string): string =>
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "objects", disk = (path = ${JSON.stringify(objects)}, writable = true)),
    ${workers.map(service).join(',\n    ')}
  ],
  sockets = [
    ${workers.map(socket).join(',\n    ')}
  ],
);
`

const service = (name: WorkerName): string => {
  const { module, objects = [] } = WORKERS[name]
  const bindings = objects.map(
    ({ binding, className }) => `(name = "${binding}", durableObjectNamespace = "${className}")`,
  )
  const namespaces = objects.map(
    ({ className }) =>
      `(className = "${className}", uniqueKey = "${name}-${className}", enableSql = true)`,
  )
  const given = module === 'bare.mjs' ? ['(name = "ANSWERS", json = embed "answers.json")'] : []
  return `(name = "${name}", worker = (
      compatibilityDate = "${DEPLOYED.compatibility_date}",
      modules = [ (name = "${module}", esModule = embed "${module}") ],
      bindings = [ ${[...bindings, ...given].join(', ')} ],
      durableObjectNamespaces = [ ${namespaces.join(', ')} ],
      durableObjectStorage = (localDisk = "objects"),
    ))`
}

const socket = (name: WorkerName): string => {
  const { entrypoint } = WORKERS[name]
  const part = entrypoint ? `, entrypoint = "${entrypoint}"` : ''
  return `(name = "${name}", address = "127.0.0.1:0", http = (), service = (name = "${name}"${part}))`
}

// workerd tells on the control pipe, a JSON object a line, which port each socket got.
const portsOf = async (control: unknown, count: number): Promise<ReadonlyMap<unknown, unknown>> => {
  if (!(control instanceof Readable)) throw new Error('workerd has no control pipe')
  const ports = new Map<unknown, unknown>()
  for await (const line of createInterface({ input: control })) {
    const message: unknown = JSON.parse(line)
    if (isObject(message)) ports.set(message['socket'], message['port'])
    if (ports.size === count) return ports
  }
  throw new Error('workerd did not start')
}

// Linux tells it of each thread, in nanoseconds; of the process only in hundredths of a second.
const cpuOf = (pid = 0): number => {
  const threads = `/proc/${pid}/task`
  if (!existsSync(threads)) return Number.NaN
  return readdirSync(threads)
    .map(
      (thread) =>
        Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    )
    .reduce((sum, each) => sum + each, 0)
}

const children = new Set<ChildProcess>()
const folders = new Set<string>()

// An exit by signal runs no exit handler unless it is asked for.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
process.on('exit', () => {
  for (const child of children) child.kill()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Sees to it that a process does not outlive this one. */
export const owned = <Child extends ChildProcess>(child: Child): Child => {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Ends a process of ours and waits until it is gone. */
export const end = async (child: ChildProcess): Promise<void> => {
  if (!children.has(child)) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}

/** A folder that is removed when this process ends. */
export const temporaryFolder = (parent = tmpdir()): string => {
  const folder = mkdtempSync(join(parent, 'bars-bench-'))
  folders.add(folder)
  return folder
}
