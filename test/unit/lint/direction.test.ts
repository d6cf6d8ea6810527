import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, it } from 'vitest'

const IMPORT = 'lint/style/noRestrictedImports'
const GLOBAL = 'lint/style/noRestrictedGlobals'
const PLUGIN = 'plugin'

/** A line in a folder of `src`, and what the linter says of it. */
type Row = readonly [folder: string, line: string, broken: string]

const NEUTRAL = ['fhir', 'bars', 'scenarios', 'receiver', 'receiver/111-ed', 'examples']

// biome-ignore format: a table reads by column
const NOT_IN_NEUTRAL: readonly (readonly [line: string, broken: string])[] = [
  ["import 'hono'",                                                IMPORT],
  ["import 'node:fs'",                                             IMPORT],
  ["import 'cloudflare:workers'",                                  IMPORT],
  ["import '../routes/context.ts'",                                IMPORT],
  ["import '../app.ts'",                                           IMPORT],
  ["import '../../durable/organisation.ts'",                       IMPORT],
  ['export const at = () => Date.now()',                           PLUGIN],
  ['export const at = () => new Date()',                           PLUGIN],
  ['export const at = () => { const { now } = Date; return now }', PLUGIN],
  ['export const n = Math.random()',                               PLUGIN],
  ['export const id = crypto.randomUUID()',                        GLOBAL],
  ['export const at = performance.now()',                          GLOBAL],
]

// biome-ignore format: a table reads by column
const UPWARDS: readonly Row[] = [
  ['fhir',      "import '../bars/message.ts'",          IMPORT],
  ['bars',      "import '../scenarios/scenario.ts'",    IMPORT],
  ['scenarios', "import '../receiver/catalogue.ts'",    IMPORT],
  ['scenarios', "import '../examples/request.ts'",      IMPORT],
  ['receiver',  "import '../examples/request.ts'",      IMPORT],
  ['routes',    "import '../../durable/organisation.ts'", IMPORT],
  ['routes',    "import 'node:fs'",                     IMPORT],
  ['routes',    "import 'cloudflare:workers'",          IMPORT],
]

// biome-ignore format: a table reads by column
const ALLOWED: readonly Row[] = [
  ['bars',      "import '../fhir/json.ts'",          ''],
  ['scenarios', "import '../bars/message.ts'",       ''],
  ['receiver',  "import '../scenarios/scenario.ts'", ''],
  ['examples',  "import '../receiver/catalogue.ts'", ''],
  ['routes',    "import '../examples/request.ts'",   ''],
  ['bars',      'export const day = (ms: number) => new Date(ms)', ''],
  ['bars',      "export const ms = Date.parse('2030-01-14T12:00:00Z')", ''],
]

const ROWS: readonly Row[] = [
  ...NEUTRAL.flatMap((folder) =>
    NOT_IN_NEUTRAL.map(
      ([line, broken]): Row => [
        folder,
        folder.includes('/') ? line.replace("'../", "'../../") : line,
        broken,
      ],
    ),
  ),
  ...UPWARDS,
  ...ALLOWED,
]

const scratch = mkdtempSync(join(tmpdir(), 'bars-lint-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const fileOf = (place: number) => `src/${ROWS[place]?.[0]}/line-${place}.ts`

/** What the linter says of each row, all in one run of it, since a run takes a second. */
const lint = (): ReadonlyMap<string, string> => {
  for (const file of ['biome.json', 'scripts/lint']) {
    cpSync(file, join(scratch, file), { recursive: true })
  }
  ROWS.forEach(([, line], place) => {
    mkdirSync(join(scratch, dirname(fileOf(place))), { recursive: true })
    writeFileSync(join(scratch, fileOf(place)), `${line}\n`)
  })
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

ROWS.forEach(([folder, line, broken], place) => {
  it(`${broken === '' ? 'allows' : 'forbids'} in src/${folder}: ${line}`, ({ expect }) => {
    expect(said.get(fileOf(place)) ?? '').toBe(broken)
  })
})
