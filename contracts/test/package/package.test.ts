import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, inject, it } from 'vitest'
import { SCENARIO_IDS } from '../../src/scenario-ids.ts'
import { installPacked, type Project, run } from '../support/packed.ts'

let project: Project

beforeAll(() => {
  project = installPacked()
})

afterAll(() => rmSync(project.folder, { recursive: true }))

const CONSUMER = `
import * as contracts from 'bars-contracts'
import { buildRequest, createSandbox, scenario, scenarios } from 'bars-contracts'
import type { ScenarioId, SentHeaders, State } from 'bars-contracts'

const id: ScenarioId = 'booking-conflict-409'
export const recorded: Promise<string> = contracts.recordPact(id, async (baseUrl, fetch) => {
  const answer: Response = await fetch(baseUrl)
  return answer.status
}, { consumer: 'acme', dir: 'pacts' })
export const verified: Promise<boolean> = contracts.verifyPact({ files: [] }).then(({ ok }) => ok)
export const stubbed: Promise<string> = contracts.startStub().then(({ url }) => url)
export const texts: string = contracts.checkRequest(id, buildRequest(id)).text
export const status: number = scenario(id).status
const states: readonly State[] = scenarios.flatMap(({ given }) => given)
export const named: readonly ('initial' | 'appointment-booked' | 'referral-created')[] = states
export const headers: readonly SentHeaders[] = [new Headers(), { Accept: 'a' }, [['Accept', 'a']]]
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

it('packs the library, its types, the CLI, the examples, the pacts and the licences', ({
  expect,
}) => {
  const kinds = new Set(
    inject('packedFiles').map((file) =>
      file
        .replace(/^(examples|pacts)\/.*/, '$1')
        // What is loaded late is in files of its own.
        .replace(/^dist\/(?!cli\.|index\.|sandbox\.).*\.c?js$/, 'dist/…'),
    ),
  )

  expect([...kinds].sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/cli.js',
    'dist/index.cjs',
    'dist/index.d.cts',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/sandbox.js',
    'dist/…',
    'examples',
    'package.json',
    'pacts',
  ])
})

it('packs every pact, and one for each scenario', ({ expect }) => {
  const pacts = inject('packedFiles').filter((file) => file.startsWith('pacts/'))

  expect(pacts.sort()).toEqual(
    ['bars', 'callbacks', ...SCENARIO_IDS.map((id) => `scenarios/${id}`)]
      .map((name) => `pacts/${name}.json`)
      .sort(),
  )
})

it('is what each kind of module resolution expects, to the last file', async ({ expect }) => {
  const tarball = readFileSync(inject('tarball'))
  const pkgDir = join(project.folder, 'node_modules/bars-contracts')

  const { messages } = await publint({ pkgDir, pack: false, strict: true })
  const types = await checkPackage(createPackageFromTarballData(tarball), { entrypoints: ['.'] })

  expect(messages).toEqual([])
  expect('problems' in types && types.problems).toEqual([])
})

it('is under the licence of the project', ({ expect }) => {
  const packed = readFileSync(join(project.folder, 'node_modules/bars-contracts/LICENSE'), 'utf8')

  expect(packed).toBe(readFileSync('LICENSE', 'utf8'))
})

it('needs no other package, and minds none that is there', ({ expect }) => {
  const about = JSON.parse(
    readFileSync(join(project.folder, 'node_modules/bars-contracts/package.json'), 'utf8'),
  )

  expect([about.dependencies, about.optionalDependencies, about.peerDependencies]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

for (const extension of ['mts', 'cts']) {
  it(`compiles in a .${extension} file with strict types and no other package`, ({ expect }) => {
    const file = `consumer.${extension}`
    writeFileSync(join(project.folder, file), CONSUMER)

    expect(compile(file)).toBe('')
  })
}
