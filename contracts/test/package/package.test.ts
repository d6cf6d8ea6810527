import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { installPacked, type Project, run, runFile } from '../support/packed.ts'

let project: Project

beforeAll(async () => {
  project = await installPacked()
}, 60_000)

afterAll(() => rmSync(project.folder, { recursive: true }))

const CONSUMER = `
import { buildRequest, createSandbox, scenario, scenarios, type ScenarioId } from 'bars-contracts'

const id: ScenarioId = 'booking-conflict-409'
export const status: number = scenario(id).status
export const states: readonly ('initial' | 'appointment-booked' | 'referral-created')[] =
  scenarios.flatMap(({ given }) => given)
export const path: string = buildRequest(id, { odsCode: 'X26' }).path
export const answer: Promise<Response> = createSandbox().fetch(new Request('http://sandbox.test'))

// @ts-expect-error an id that no scenario has
scenario('booking-conflict-410')
`

const compile = (...files: readonly string[]): string =>
  run(
    project.folder,
    process.execPath,
    join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc'),
    '--noEmit',
    '--strict',
    '--module',
    'NodeNext',
    '--target',
    'es2022',
    ...files,
  )

it('packs the library, its types, the CLI, the pacts and the licences', ({ expect }) => {
  const kinds = new Set(
    project.files.map((file) =>
      file.replace(/-[A-Z0-9]{8}\.js$/, '-*.js').replace(/^pacts\/.*/, 'pacts'),
    ),
  )

  kinds.delete('README.md')
  kinds.delete('pacts')

  expect([...kinds].sort()).toEqual([
    'LICENSE',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/cli.js',
    'dist/index.cjs',
    'dist/index.d.cts',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/sandbox-*.js',
    'package.json',
  ])
})

it('is under the licence of the project', ({ expect }) => {
  const packed = readFileSync(join(project.folder, 'node_modules/bars-contracts/LICENSE'), 'utf8')

  expect(packed).toBe(readFileSync('LICENSE', 'utf8'))
})

it('needs no other package, but for the optional peers of Pact', ({ expect }) => {
  const about = JSON.parse(
    readFileSync(join(project.folder, 'node_modules/bars-contracts/package.json'), 'utf8'),
  )

  expect(about.dependencies).toBeUndefined()
  expect(Object.keys(about.peerDependencies)).toEqual(Object.keys(about.peerDependenciesMeta))
})

it('is imported', ({ expect }) => {
  const printed = runFile(
    project,
    'import.mjs',
    `import { createSandbox, scenario } from 'bars-contracts'
     const { fetch, fhirPath } = createSandbox()
     const { status } = await fetch(new Request('http://sandbox.test' + fhirPath + '/metadata'))
     console.log(status, scenario('booking-conflict-409').status)`,
  )

  expect(printed).toBe('200 409\n')
})

it('is required', ({ expect }) => {
  const printed = runFile(
    project,
    'require.cjs',
    `const { scenario } = require('bars-contracts')
     console.log(scenario('booking-conflict-409').status)`,
  )

  expect(printed).toBe('409\n')
})

for (const extension of ['mts', 'cts']) {
  it(`compiles in a .${extension} file with strict types and no other package`, ({ expect }) => {
    const file = `consumer.${extension}`
    writeFileSync(join(project.folder, file), CONSUMER)

    expect(compile(file)).toBe('')
  })
}
