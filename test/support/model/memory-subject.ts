import { createSandbox } from '../sandbox.ts'
import type { Subject } from './world.ts'

/** The sandbox in-process, with organisations in memory. */
export const sandboxInMemory = (): Subject => {
  let now = 0
  const app = createSandbox({ now: () => now })
  return {
    fetch: (request) => app.fetch(request),
    setClock: (ms) => {
      now = ms
    },
  }
}
