import { dirname, join } from 'node:path/posix'
import { parseSync } from 'oxc-parser'

/** What the Worker, Node and the tests share: no Hono, no Worker or Node modules. */
export const NEUTRAL = [
  'src/fhir',
  'src/bars',
  'src/validation',
  'src/scenarios',
  'src/receiver',
  'src/examples',
  'src/reports',
] as const

const [FHIR, BARS, VALIDATION, SCENARIOS, RECEIVER, EXAMPLES, REPORTS] = NEUTRAL
const TYPES = 'fhir/r4'

// The package, from what all of it stands on upwards.
const BASE = ['arguments', 'build-request', 'scenario', 'scenario-ids']
const PACKAGE = [
  ...[...NEUTRAL, 'src/app.ts', 'contracts/package.json', 'node:', 'zod'],
  ...BASE.map((name) => `contracts/src/${name}.ts`),
]
const UP_TO_CHECK = [...PACKAGE, 'contracts/src/check']
const UP_TO_SANDBOX = [...UP_TO_CHECK, 'contracts/src/sandbox']
const UP_TO_STUB = [...UP_TO_SANDBOX, 'contracts/src/stub']

/** What any test may need, wherever it runs. */
const TEST = [...NEUTRAL, TYPES, 'vitest', 'fast-check', 'zod']

/**
 * What files may import besides one another, by the first folder here that they are in: folders and
 * files of ours, and packages.
 */
// biome-ignore format: a table reads by column
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  [FHIR]:                   [TYPES],
  [BARS]:                   [FHIR, TYPES, 'fflate/browser', 'zod/mini'],
  [VALIDATION]:             [FHIR, BARS],
  [SCENARIOS]:              [FHIR, BARS, TYPES],
  [RECEIVER]:               [FHIR, BARS, SCENARIOS, TYPES],
  [EXAMPLES]:               [FHIR, BARS, SCENARIOS, RECEIVER, TYPES],
  [REPORTS]:                [FHIR, BARS, VALIDATION, SCENARIOS, TYPES, 'fflate/browser', 'zod/mini'],
  'src/routes':             [...NEUTRAL, TYPES, 'hono', 'zod/mini'],
  'src/web':                [...NEUTRAL, TYPES, 'src/routes', 'hono', 'zod/mini'],
  'src/app.ts':             [...NEUTRAL, 'src/routes', 'hono'],
  'src/index.ts':           ['src', 'durable', 'package.json', 'cloudflare:'],
  'durable':                [FHIR, BARS, VALIDATION, SCENARIOS, RECEIVER, REPORTS, 'cloudflare:', 'zod/mini'],
  'contracts/src/index.ts': ['contracts/src'],
  'contracts/src/cli':      [...UP_TO_STUB, 'contracts/src/verify'],
  'contracts/src/record':   [...UP_TO_STUB, 'contracts/src/pact'],
  'contracts/src/verify':   [...UP_TO_STUB, 'contracts/src/pact'],
  'contracts/src/sequence': UP_TO_SANDBOX,
  'contracts/src/stub':     UP_TO_SANDBOX,
  'contracts/src/sandbox':  UP_TO_CHECK,
  'contracts/src/check':    PACKAGE,
  'contracts/src/pact':     PACKAGE,
  'contracts/src':          PACKAGE,
  'contracts/test':         [...TEST, 'contracts/src', 'contracts/package.json', 'test/support', 'test/fixtures', 'node:', 'publint', '@arethetypeswrong/core'],
  'scripts/bench/workers':  [...NEUTRAL, 'src/app.ts', 'durable', 'cloudflare:'],
  'scripts':                [...NEUTRAL, TYPES, 'src/app.ts', 'contracts/src', 'test/support', 'package.json', 'node:', 'zod', 'vitest', 'wrangler', 'miniflare', 'autocannon', 'oxc-parser', 'sass'],
  'test/support':           [...TEST, 'src/app.ts', 'package.json', '@medplum', 'fhirpath', 'xmllint-wasm'],
  'test/fixtures':          ['node:'],
  'test/unit':              [...TEST, 'test/support', 'test/fixtures', 'scripts', 'node:', 'ajv-draft-04', 'fflate'],
  'test/worker':            [...TEST, 'durable', 'test/support', 'package.json', 'cloudflare:'],
  'test/browser':           ['test/node', 'node:', 'vitest', 'playwright-core', 'axe-core'],
  'test/node':              [...TEST, 'test/support', 'contracts/src', 'contracts/examples', 'package.json', 'node:', 'wrangler', '@pact-foundation/pact'],
}

/** What single files import all the same, until it has moved. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'test/unit/bench/subjects.test.ts': ['contracts/src/check/check-request.ts'],
}

/** What is wrong with the imports of a file, one line each. */
export const wrongImports = (file: string, text: string): readonly string[] => {
  const folder = folderOf(file)
  if (folder === undefined) return [`${file}:1 is in no folder of scripts/lint/direction.ts`]

  const imports = importsIn(file, text)
  const allowed = MAY_IMPORT[folder] ?? []
  const excepted = EXCEPTIONS[file] ?? []
  return [
    ...imports
      .filter(({ what }) => folderOf(what) !== folder)
      .filter(({ what }) => ![...allowed, ...excepted].some((each) => isWithin(what, each)))
      .map(({ what, line }) => `${file}:${line} imports ${what}, which ${folder} may not`),
    ...excepted
      .filter((each) => !imports.some(({ what }) => what === each))
      .map(
        (each) =>
          `${file}:1 imports ${each} no more, so scripts/lint/direction.ts need not except it`,
      ),
  ]
}

const folderOf = (file: string): string | undefined =>
  Object.keys(MAY_IMPORT).find((each) => isWithin(file, each))

const isWithin = (what: string, folder: string): boolean =>
  what === folder || what.startsWith(folder.endsWith(':') ? folder : `${folder}/`)

/** What a file imports: packages by name, files by their path from the top. */
const importsIn = (file: string, text: string) => {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.flatMap((each) => each.moduleRequest ?? [])),
    ...dynamicImports.map(({ moduleRequest }) => moduleRequest),
  ]
  return requests.map(({ start, end }) => {
    const name = text.slice(start, end).replace(/^'|'$/g, '')
    const what = name.startsWith('.') ? join(dirname(file), name) : name
    return { what, line: text.slice(0, start).split('\n').length }
  })
}
