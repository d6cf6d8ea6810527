import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, type V4MiniflareOptions } from 'miniflare'
import { type Unstable_Config, unstable_readConfig } from 'wrangler'
import { asJson, type Json } from '../../src/fhir/json.ts'

/** A Worker of the bench. */
interface Served {
  /** Its module, in the folder of the run. */
  readonly module: 'bare.mjs' | 'check.mjs' | 'reporting.mjs' | 'sandbox.mjs'
  /** What of the module, if not the default. */
  readonly entrypoint?: string
  /** The classes of its Durable Objects, by the names by which it knows them. */
  readonly objects?: Readonly<Record<string, string>>
}

/** The sandbox, as it is deployed. */
export const DEPLOYED: Unstable_Config = unstable_readConfig({ config: 'wrangler.toml' })

/** Its classes of Durable Objects, by the names by which it knows them. */
export const OBJECTS: Readonly<Record<string, string>> = Object.fromEntries(
  DEPLOYED.durable_objects.bindings.map((each) => [each.name, each.class_name]),
)

export type WorkerName =
  | 'hello-world'
  | 'metadata'
  | 'echo'
  | 'object'
  | 'parse'
  | 'check'
  | 'unreported'
  | 'reported'
  | 'sandbox'

// biome-ignore format: a table reads by column
const WORKERS: Readonly<Record<WorkerName, Served>> = {
  'hello-world': { module: 'bare.mjs' },
  metadata:      { module: 'bare.mjs',    entrypoint: 'metadata' },
  echo:          { module: 'bare.mjs',    entrypoint: 'echo' },
  object:        { module: 'bare.mjs',    entrypoint: 'object', objects: { OBJECT: 'BareObject' } },
  parse:         { module: 'check.mjs' },
  check:         { module: 'check.mjs',   entrypoint: 'check' },
  unreported:    { module: 'reporting.mjs', objects: OBJECTS },
  reported:      { module: 'reporting.mjs', entrypoint: 'reported', objects: OBJECTS },
  sandbox:       { module: 'sandbox.mjs', objects: OBJECTS },
}

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

/** Starts one workerd with these Workers, whose modules lie in the folder; Miniflare answers nothing. */
export const startWorkerd = async (
  folder: string,
  workers: readonly WorkerName[],
): Promise<Workerd> => {
  const before = childrenOf(process.pid)
  const miniflare = new Miniflare(convertV4MiniflareOptions(optionsOf(folder, workers)))
  await miniflare.ready
  const [pid] = childrenOf(process.pid).filter((child) => !before.includes(child))
  const origins = new Map<WorkerName, string>()
  for (const worker of workers) {
    const { entrypoint } = WORKERS[worker]
    origins.set(worker, (await miniflare.unsafeGetDirectURL(worker, entrypoint)).origin)
  }
  return {
    originOf: (worker) => origins.get(worker) ?? '',
    cpu: () => cpuOf(pid),
    stop: () => miniflare.dispose(),
  }
}

const optionsOf = (folder: string, workers: readonly WorkerName[]): V4MiniflareOptions => ({
  host: '127.0.0.1',
  // It would else ask the network where it is.
  cf: false,
  resourcePersistencePath: temporaryFolder(STORAGE.folder),
  workers: workers.map((name) => {
    const { module, entrypoint, objects = {} } = WORKERS[name]
    return {
      name,
      compatibilityDate: `${DEPLOYED.compatibility_date}`,
      modulesRoot: folder,
      modules: [{ type: 'ESModule', path: join(folder, module) }],
      bindings: module === 'bare.mjs' ? { ANSWERS: answersIn(folder) } : {},
      durableObjects: Object.fromEntries(
        Object.entries(objects).map(([binding, className]) => [
          binding,
          { className, useSQLite: true },
        ]),
      ),
      unsafeDirectSockets: [{ host: '127.0.0.1', port: 0, ...(entrypoint && { entrypoint }) }],
    }
  }),
})

const answersIn = (folder: string): Json =>
  asJson(JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')))

// Linux tells them, of each thread of the parent.
const childrenOf = (pid: number): readonly number[] => {
  const threads = `/proc/${pid}/task`
  if (!existsSync(threads)) return []
  return readdirSync(threads)
    .flatMap((thread) => readFileSync(`${threads}/${thread}/children`, 'utf8').match(/\d+/g) ?? [])
    .map(Number)
}

/** Milliseconds of processor of a process; NaN where the system does not tell. */
export const cpuOf = (pid = 0): number => {
  // Of each thread, in nanoseconds; of the process only in hundredths of a second.
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
