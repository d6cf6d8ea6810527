import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { quietEnvironment } from '../quiet-environment.mjs'
import { metadataAnswer } from './metadata-answer.ts'

/** The Workers of the bench, each a module `<name>.mjs` in the folder of the run. */
export const WORKERS = ['hello-world', 'metadata', 'echo', 'object', 'sandbox'] as const

export type WorkerName = (typeof WORKERS)[number]

// What the sandbox is compared to: modules that need no bundling.
const BARE = {
  'hello-world': new URL('./workers/hello-world.mjs', import.meta.url),
  metadata: new URL('./workers/metadata.mjs', import.meta.url),
  echo: new URL('./workers/echo.mjs', import.meta.url),
  object: new URL('./workers/object.mjs', import.meta.url),
}

/** Puts the modules of all Workers into the folder: the sandbox's as it would be deployed. */
export const writeWorkers = async (folder: string): Promise<void> => {
  for (const [name, module] of Object.entries(BARE)) {
    copyFileSync(module, join(folder, `${name}.mjs`))
  }
  writeFileSync(join(folder, 'answer.json'), JSON.stringify(await metadataAnswer()))
  bundleSandbox(join(folder, 'bundle'))
  copyFileSync(join(folder, 'bundle', 'index.js'), join(folder, 'sandbox.mjs'))
}

const bundleSandbox = (outdir: string): void => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/wrangler/bin/wrangler.js',
      'deploy',
      '--dry-run',
      '--minify',
      '--outdir',
      outdir,
    ],
    { env: quietEnvironment(), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the sandbox does not bundle:\n${stdout}${stderr}`)
}

/** The size of the sandbox's bundle, compressed. */
export const gzipBytes = (folder: string): number =>
  gzipSync(readFileSync(join(folder, 'sandbox.mjs'))).byteLength
