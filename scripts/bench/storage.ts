import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const IN_MEMORY = '/dev/shm'

/**
 * Where objects are stored: in memory, where the system has such a folder. A write to a disk waits
 * so long for the disk that what else a request costs does not show.
 */
export const STORAGE = existsSync(IN_MEMORY)
  ? { folder: IN_MEMORY, medium: 'in memory' }
  : { folder: tmpdir(), medium: 'on disk' }
