import { type Unstable_Config, unstable_readConfig } from 'wrangler'
import type { WorkerName } from './workers.ts'

/** The class of a Durable Object, and the name by which its Worker knows it. */
interface ObjectClass {
  readonly binding: string
  readonly className: string
}

const deployed: Unstable_Config = unstable_readConfig({ config: 'wrangler.toml' })

/** The Durable Objects of each Worker; the sandbox has those it is deployed with. */
const OBJECTS: Readonly<Record<WorkerName, readonly ObjectClass[]>> = {
  'hello-world': [],
  metadata: [],
  echo: [],
  object: [{ binding: 'OBJECT', className: 'BareObject' }],
  sandbox: deployed.durable_objects.bindings.map(({ name, class_name }) => ({
    binding: name,
    className: class_name,
  })),
}

/** What a Worker is given besides. */
const GIVEN: Readonly<Partial<Record<WorkerName, readonly string[]>>> = {
  metadata: ['(name = "ANSWER", json = embed "answer.json")'],
}

/**
 * The configuration of a workerd with these Workers, each on a port that the system chooses, and
 * with its objects in that folder.
 */
export const configOf = (workers: readonly WorkerName[], objects: string): string =>
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
  const bindings = OBJECTS[name].map(
    ({ binding, className }) => `(name = "${binding}", durableObjectNamespace = "${className}")`,
  )
  const namespaces = OBJECTS[name].map(
    ({ className }) =>
      `(className = "${className}", uniqueKey = "${name}-${className}", enableSql = true)`,
  )
  const given = GIVEN[name] ?? []
  return `(name = "${name}", worker = (
      compatibilityDate = "${deployed.compatibility_date}",
      modules = [ (name = "${name}", esModule = embed "${name}.mjs") ],
      bindings = [ ${[...bindings, ...given].join(', ')} ],
      durableObjectNamespaces = [ ${namespaces.join(', ')} ],
      durableObjectStorage = (localDisk = "objects"),
    ))`
}

const socket = (name: WorkerName): string =>
  `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`
