import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'

/**
 * Makes sure that a file can be written, before the work whose result it is to hold.
 * @throws what the system says, when it cannot.
 */
export const checkWritable = async (file: string): Promise<void> => {
  const isNew = !existsSync(file)
  const opened = await open(file, 'a')
  await opened.close()
  if (isNew) await rm(file)
}

/** A moment as reports have it: in UTC, to the second. */
export const momentOf = (time: number): string => new Date(time).toISOString().slice(0, 19)
