import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { isObject, member } from '../../src/fhir/json.ts'
import { configOf } from './capnp.ts'
import { end, owned, temporaryFolder } from './processes.ts'
import { STORAGE } from './storage.ts'
import type { WorkerName } from './workers.ts'

const binary: unknown = member(createRequire(import.meta.url)('workerd'), 'default')
const BINARY = typeof binary === 'string' ? binary : 'node_modules/workerd/bin/workerd'

/** A workerd that serves some Workers, each on a port of its own. */
export interface Workerd {
  readonly originOf: (worker: WorkerName) => string
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
    stop: () => end(child),
  }
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
