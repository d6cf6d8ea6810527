import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { buildRequest } from '../../src/index.ts'
import { installPacked, type Project, run, runFile } from '../support/packed.ts'

const PACT = join('pacts', 'acme-bars-receiver.json')

let project: Project

beforeAll(async () => {
  project = await installPacked()
}, 60_000)

afterAll(() => rmSync(project.folder, { recursive: true }))

const CONSUMER = `
import * as contracts from 'bars-contracts'
import { buildRequest, createSandbox, scenario, scenarios, type ScenarioId } from 'bars-contracts'

const id: ScenarioId = 'booking-conflict-409'
export const recorded: Promise<string> = contracts.recordPact(id, async (baseUrl, fetch) => {
  const answer: Response = await fetch(baseUrl)
  return answer.status
}, { consumer: 'acme', dir: 'pacts' })
export const verified: Promise<boolean> = contracts.verifyPact({ files: [] }).then(({ ok }) => ok)
export const stubbed: Promise<string> = contracts.startStub().then(({ url }) => url)
export const texts: string = contracts.checkRequest(id, buildRequest(id)).text
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

/** The packed CLI, in the project; gives its exit code and what it printed. */
const packedCli = (...args: readonly string[]): readonly [exit: number | null, printed: string] => {
  const cli = join('node_modules', 'bars-contracts', 'dist', 'cli.js')
  const { folder: cwd } = project
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
  })
  return [status, stdout + stderr]
}

const RECORD = `
import { recordPact, verifyPact, buildRequest } from 'bars-contracts'
const id = 'booking-conflict-409'
const file = await recordPact(id, async (baseUrl) => {
  const { method, path, headers, body } = buildRequest(id)
  await fetch(baseUrl + path, { method, headers, body: JSON.stringify(body) })
}, { consumer: 'acme', dir: 'pacts' })
console.log(file)
`

it('records and checks, and names the peer that verifying needs', ({ expect }) => {
  writeFileSync(
    join(project.folder, 'request.json'),
    JSON.stringify(buildRequest('booking-conflict-409')),
  )

  expect(runFile(project, 'record.mjs', RECORD)).toBe(`${PACT}\n`)
  expect(packedCli('check', 'request.json')).toEqual([
    0,
    "request.json: no contract violation in scenario 'booking-conflict-409': POST /$process-message\n",
  ])
  expect(packedCli('verify', PACT)).toEqual([
    2,
    `error: Verifying pacts needs the optional peer @pact-foundation/pact-cli, which ${realpathSync(project.folder)} does not have: npm install --save-dev @pact-foundation/pact-cli@18
See bars-contracts verify --help.
`,
  ])
})

it('verifies once the peer is installed', ({ expect }) => {
  runFile(project, 'record.mjs', RECORD)
  const peers = join('node_modules', '@pact-foundation')
  symlinkSync(resolve(peers), join(project.folder, peers), 'junction')

  const verified = packedCli('verify', PACT)

  expect(verified).toEqual([
    0,
    'ok    booking-conflict-409: New booking of a Slot that is taken\n1 verified, 0 failed\n',
  ])
})

for (const extension of ['mts', 'cts']) {
  it(`compiles in a .${extension} file with strict types and no other package`, ({ expect }) => {
    const file = `consumer.${extension}`
    writeFileSync(join(project.folder, file), CONSUMER)

    expect(compile(file)).toBe('')
  })
}
