import { FIRST_REQUEST } from './requests.ts'
import { median } from './statistics.ts'
import { startWorkerd } from './workerd.ts'
import type { WorkerName } from './workers.ts'

const STARTS = 7

/** Milliseconds from the start of a workerd with one Worker to its first answer, by Worker. */
export const timeStarts = async <Name extends WorkerName>(
  folder: string,
  workers: readonly Name[],
): Promise<ReadonlyMap<Name, number>> => {
  const times = new Map<Name, number[]>(workers.map((worker) => [worker, []]))
  // The first start warms the file cache and is not counted.
  for (let start = 0; start <= STARTS; start += 1) {
    for (const worker of workers) {
      const ms = await timeStart(folder, worker)
      if (start > 0) times.get(worker)?.push(ms)
    }
  }
  return new Map([...times].map(([worker, all]) => [worker, median(all)]))
}

const timeStart = async (folder: string, worker: WorkerName): Promise<number> => {
  const before = performance.now()
  const workerd = await startWorkerd(folder, [worker])
  const { path, headers } = FIRST_REQUEST
  const response = await fetch(workerd.originOf(worker) + path, { headers })
  await response.arrayBuffer()
  const ms = performance.now() - before
  await workerd.stop()
  if (!response.ok) throw new Error(`${worker} answers its first request with ${response.status}`)
  return ms
}
