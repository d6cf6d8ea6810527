import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type RolldownChunk, type UserConfig } from 'tsdown'

const DIST = 'contracts/dist'
const PACTS = 'contracts/pacts'

const index = 'src/index.ts'

const common = {
  cwd: 'contracts',
  platform: 'node',
  target: 'node20.5',
  fixedExtension: false,
  // All that is needed is inside.
  deps: { onlyBundle: ['fflate', 'hono', 'zod'] },
  checks: { bundlerTimings: false },
} as const satisfies UserConfig

// The package in contracts/: the library as ESM and CJS, its types as one file, and the CLI, which
// shares a chunk with the library, so that the package holds the sandbox once as ESM.
export default defineConfig([
  {
    ...common,
    entry: { index, cli: 'src/cli/main.ts' },
    format: 'esm',
    outputOptions: {
      // All but what asks for it late, for the Worker's sake, is in one chunk.
      codeSplitting: { groups: [{ name: 'sandbox', minShareCount: 2 }] },
      chunkFileNames: '[name].js',
    },
    dts: { entry: 'contracts/src/index.ts', tsconfig: 'tsconfig.types.json' },
    // The stub is an AsyncDisposable, which a consumer's `lib` need not have.
    banner: { dts: '/// <reference lib="esnext.disposable" />' },
    hooks: { 'build:done': ({ chunks }) => finish(chunks) },
  },
  { ...common, entry: { index }, format: 'cjs', dts: false },
])

function finish(chunks: readonly RolldownChunk[]): void {
  // One for each module system: a `.d.ts` of an ESM package says nothing about its CJS build.
  copyFileSync(join(DIST, 'index.d.ts'), join(DIST, 'index.d.cts'))
  const bundled = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  writeFileSync(join(DIST, 'THIRD-PARTY-LICENSES.txt'), notices(bundled))
  writeScenarioPacts()
}

/** Each interaction in a file of its own, for mock servers that want all of a file met. */
function writeScenarioPacts(): void {
  const folder = join(PACTS, 'scenarios')
  const pact = JSON.parse(readFileSync(join(PACTS, 'bars.json'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const each of pact.interactions) {
    const alone = JSON.stringify({ ...pact, interactions: [each] }, null, 2)
    writeFileSync(join(folder, `${each.key}.json`), `${alone}\n`)
  }
}

/** The licences of the packages that were bundled: theirs ask that a copy go with the code. */
function notices(bundled: readonly string[]): string {
  const folders = bundled.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
  return [...new Set(folders)].sort().map(notice).join('\n')
}

function notice(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (file === undefined) throw new Error(`${name} has no licence file, so it cannot be bundled`)
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
