import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const RETRY_MS = 20
const PATIENCE_MS = 10_000

/** Does work on a file that test runners' workers may want at once: one at a time. */
export const locked = async (file: string, work: () => Promise<void>): Promise<void> => {
  const lock = `${file}.lock`
  for (let waited = 0; !(await taken(lock)); waited += RETRY_MS) {
    if (waited >= PATIENCE_MS) {
      throw new Error(`${lock} has been there too long: remove it, if no other run is under way.`)
    }
    await sleep(RETRY_MS)
  }
  try {
    await work()
  } finally {
    await rm(lock)
  }
}

const taken = async (lock: string): Promise<boolean> => {
  try {
    await writeFile(lock, '', { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
