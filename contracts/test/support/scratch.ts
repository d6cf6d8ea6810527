import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder outside the project, for as long as the test runs. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bars-contracts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
