import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

/**
 * Bundles the library (ESM and CJS) and the CLI into `dist`, everything inside but the optional
 * peers. Gives the paths of the files that went in.
 */
export const bundle = async (folder: string, dist: string): Promise<readonly string[]> => {
  const shared = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['@pact-foundation/*'],
    outdir: dist,
    metafile: true,
    logLevel: 'error',
  } as const satisfies BuildOptions
  const index = join(folder, 'src/index.ts')

  // The library and the CLI share a chunk, so that the package holds the sandbox once as ESM.
  const esm = await build({
    ...shared,
    entryPoints: { index, cli: join(folder, 'src/cli/main.ts') },
    format: 'esm',
    splitting: true,
    chunkNames: 'sandbox-[hash]',
  })
  await build({ ...shared, entryPoints: { index }, format: 'cjs', outExtension: { '.js': '.cjs' } })
  chmodSync(join(dist, 'cli.js'), 0o755)
  return Object.keys(esm.metafile.inputs)
}
