import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { run } from '../support/packed.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly tarball: string
    /** What the tarball holds. */
    readonly packedFiles: readonly string[]
  }
}

/** Packs the package once, for all tests of it, with no network: to pack it builds it. */
const pack = (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'bars-package-'))
  for (const built of ['contracts/dist', 'contracts/pacts/scenarios']) {
    rmSync(built, { recursive: true, force: true })
  }
  const npm = ['pack', '--json', '--offline', '--pack-destination', folder]
  const [{ filename, files }] = JSON.parse(run('contracts', 'npm', ...npm))
  project.provide('tarball', join(folder, filename))
  project.provide(
    'packedFiles',
    files.map(({ path }: { path: string }) => path),
  )
  return () => rmSync(folder, { recursive: true })
}

export default pack
