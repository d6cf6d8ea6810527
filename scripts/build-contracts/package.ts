import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundle } from './bundle.ts'
import { declarations } from './declarations.ts'
import { notices } from './notices.ts'

/** The folder of the package's sources. */
export const PACKAGE = 'contracts'

/** What the package holds besides what is built. */
const AS_IT_STANDS = ['package.json', 'LICENSE', 'README.md', 'examples', 'pacts']

/** Builds the package into `folder`, so that `npm pack` there makes the tarball. */
export const buildPackage = async (folder: string) => {
  const dist = join(folder, 'dist')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  if (resolve(folder) !== resolve(PACKAGE)) copyTo(folder)

  const bundled = await bundle(PACKAGE, dist)
  const types = declarations(PACKAGE)
  // One for each module system: a `.d.ts` of an ESM package says nothing about its CJS build.
  for (const name of ['index.d.ts', 'index.d.cts']) writeFileSync(join(dist, name), types)
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), notices(bundled))

  return readdirSync(dist).map((name) => {
    const path = join(dist, name)
    return { path, bytes: statSync(path).size }
  })
}

const copyTo = (folder: string): void => {
  for (const name of AS_IT_STANDS) {
    cpSync(join(PACKAGE, name), join(folder, name), { recursive: true })
  }
}
