import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, it } from 'vitest'
import { NEUTRAL, wrongImports } from '../../../scripts/lint/direction.ts'

/** A file, and a line in it. */
type Row = readonly [file: string, line: string]

// biome-ignore format: a table reads by column
const FORBIDDEN: readonly Row[] = [
  ...['hono', 'node:fs', 'cloudflare:workers', '../routes/context.ts', '../app.ts', '../../durable/organisation.ts'].flatMap(
    (what) => NEUTRAL.map((folder): Row => [`${folder}/a.ts`, `import '${what}'`]),
  ),
  ['src/receiver/111-ed/a.ts',  "import '../../routes/context.ts'"],
  ['src/fhir/a.ts',             "import type { Message } from '../bars/message.ts'"],
  ['src/fhir/a.ts',             "export { Message } from '../bars/message.ts'"],
  ['src/fhir/a.ts',             "export const later = () => import('../bars/message.ts')"],
  ['src/bars/a.ts',             "import 'zod'"],
  ['src/bars/a.ts',             "import '../scenarios/scenario.ts'"],
  ['src/bars/a.ts',             "import '../fhir-like/json.ts'"],
  ['src/validation/a.ts',       "import '../scenarios/scenario.ts'"],
  ['src/scenarios/a.ts',        "import '../receiver/catalogue.ts'"],
  ['src/scenarios/a.ts',        "import '../examples/request.ts'"],
  ['src/receiver/a.ts',         "import '../examples/request.ts'"],
  ['src/routes/a.ts',           "import '../../durable/organisation.ts'"],
  ['src/routes/a.ts',           "import 'node:fs'"],
  ['src/routes/a.ts',           "import 'cloudflare:workers'"],
  ['durable/a.ts',              "import '../src/routes/answer.ts'"],
  ['contracts/src/stub/a.ts',   "import '../../../src/routes/answer.ts'"],
  ['contracts/src/stub/a.ts',   "import '../../../durable/organisation.ts'"],
  ['contracts/src/stub/a.ts',   "import '../../test/support/scratch.ts'"],
  ['contracts/src/stub/a.ts',   "import '../verify/verify-pact.ts'"],
  ['contracts/src/stub/a.ts',   "import '../cli/run.ts'"],
  ['contracts/src/pact/a.ts',   "import '../check/check-request.ts'"],
  ['contracts/src/scenario.ts', "import './check/check-request.ts'"],
  ['contracts/test/stub/a.ts',  "import '../../../scripts/generate/pacts.ts'"],
  ['scripts/a.ts',              "import '../src/routes/answer.ts'"],
  ['test/support/a.ts',         "import 'node:fs'"],
  ['test/worker/a.ts',          "import 'node:fs'"],
]

// biome-ignore format: a table reads by column
const ALLOWED: readonly Row[] = [
  ['src/bars/a.ts',             "import '../fhir/json.ts'"],
  ['src/bars/a.ts',             "import 'zod/mini'"],
  ['src/validation/a.ts',       "import '../bars/message.ts'"],
  ['src/scenarios/a.ts',        "import '../bars/message.ts'"],
  ['src/receiver/a.ts',         "import '../scenarios/scenario.ts'"],
  ['src/receiver/111-ed/a.ts',  "import '../../scenarios/scenario.ts'"],
  ['src/examples/a.ts',         "import '../receiver/catalogue.ts'"],
  ['src/routes/a.ts',           "import '../examples/request.ts'"],
  ['src/routes/a.ts',           "import 'hono/cors'"],
  ['contracts/src/stub/a.ts',   "import '../../../src/app.ts'"],
  ['contracts/src/stub/a.ts',   "import '../check/check-request.ts'"],
  ['contracts/src/record/a.ts', "import '../pact/pact-file.ts'"],
  ['contracts/src/index.ts',    "import './stub/start-stub.ts'"],
  ['contracts/test/stub/a.ts',  "import '../../../test/support/r4.ts'"],
]

for (const [file, line] of FORBIDDEN) {
  it(`forbids in ${file}: ${line}`, ({ expect }) => {
    expect(wrongImports(file, `// A file.\n${line}\n`)).toEqual([
      expect.stringMatching(`^${file}:2 imports [^ ]+, which [^ ]+ may not$`),
    ])
  })
}

for (const [file, line] of ALLOWED) {
  it(`allows in ${file}: ${line}`, ({ expect }) => {
    expect(wrongImports(file, `${line}\n`)).toEqual([])
  })
}

it('knows every folder', ({ expect }) => {
  expect(wrongImports('src/new/a.ts', '')).toEqual([
    'src/new/a.ts:1 is in no folder of scripts/lint/direction.ts',
  ])
})

const [GLOBAL, PLUGIN, NOTHING] = ['lint/style/noRestrictedGlobals', 'plugin', '']
const IMPORT = 'lint/style/noRestrictedImports'

/** Lines that read, or do not read, a clock or chance, and what biome says of them. */
// biome-ignore format: a table reads by column
const READINGS: readonly (readonly [line: string, broken: string])[] = [
  ['export const at = () => Date.now()',                           PLUGIN],
  ['export const at = () => new Date()',                           PLUGIN],
  ['export const at = () => { const { now } = Date; return now }', PLUGIN],
  ['export const n = Math.random()',                               PLUGIN],
  ['export const id = crypto.randomUUID()',                        GLOBAL],
  ['export const at = performance.now()',                          GLOBAL],
  ['export const day = (ms: number) => new Date(ms)',              NOTHING],
  ["export const ms = Date.parse('2030-01-14T12:00:00Z')",         NOTHING],
]

/** Lines of routes that import Hono. */
// biome-ignore format: a table reads by column
const ROUTERS: typeof READINGS = [
  ["import { Hono } from 'hono'\nexport default Hono",             IMPORT],
  ["import { Hono } from 'hono/quick'\nexport default Hono",       NOTHING],
  ["import type { Context } from 'hono'\nexport type { Context }", NOTHING],
]

const linesIn = (folder: string, lines: typeof READINGS) =>
  lines.map(([line, broken], place) => ({ file: `${folder}/line-${place}.ts`, line, broken }))

const LINES = [
  ...[...NEUTRAL, 'src/receiver/111-ed'].flatMap((folder) => linesIn(folder, READINGS)),
  ...linesIn('src/routes', ROUTERS),
]

const scratch = mkdtempSync(join(tmpdir(), 'bars-lint-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** What biome says of each line, all in one run of it, since a run takes a second. */
const lint = (): ReadonlyMap<string, string> => {
  for (const file of ['biome.json', 'scripts/lint']) {
    cpSync(file, join(scratch, file), { recursive: true })
  }
  for (const { file, line } of LINES) {
    mkdirSync(join(scratch, dirname(file)), { recursive: true })
    writeFileSync(join(scratch, file), `${line}\n`)
  }
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome')
  const args = ['lint', '--reporter=json', '--vcs-enabled=false', '--max-diagnostics=none', 'src']
  const { stdout } = spawnSync(process.execPath, [biome, ...args], {
    cwd: scratch,
    encoding: 'utf8',
  })
  const { diagnostics }: { diagnostics: readonly Diagnostic[] } = JSON.parse(stdout)
  return new Map(diagnostics.map(({ category, location }) => [location.path, category]))
}

interface Diagnostic {
  readonly category: string
  readonly location: { readonly path: string }
}

const said = lint()

for (const { file, line, broken } of LINES) {
  it(`${broken === NOTHING ? 'allows' : 'forbids'} in ${dirname(file)}: ${line}`, ({ expect }) => {
    expect(said.get(file) ?? NOTHING).toBe(broken)
  })
}
