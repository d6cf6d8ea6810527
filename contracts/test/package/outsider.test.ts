import { spawnSync } from 'node:child_process'
import { realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { buildRequest } from '../../src/index.ts'
import { linkPackages } from '../support/linked.ts'
import { installPacked, type Project, run, runFile } from '../support/packed.ts'

const PACT = join('pacts', 'acme-bars-receiver.json')

let project: Project

beforeAll(() => {
  project = installPacked()
})

afterAll(() => rmSync(project.folder, { recursive: true }))

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

it('gives its pacts to other tools by path', ({ expect }) => {
  const printed = runFile(
    project,
    'pact.cjs',
    `const { interactions } = require('bars-contracts/pacts/scenarios/booking-get.json')
     console.log(interactions.length, interactions[0].key)`,
  )

  expect(printed).toBe('1 booking-get\n')
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

it('records and checks, and names the package that verifying needs', ({ expect }) => {
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
    `error: Verifying pacts needs @pact-foundation/pact-cli, which ${realpathSync(project.folder)} has not: npm install --save-dev @pact-foundation/pact-cli@18
See bars-contracts verify --help.
`,
  ])
})

it('verifies once that is installed', ({ expect }) => {
  runFile(project, 'record.mjs', RECORD)
  linkPackages(project, ['@pact-foundation'])

  const verified = packedCli('verify', PACT)

  expect(verified).toEqual([
    0,
    'ok    booking-conflict-409: New booking of a Slot that is taken\n1 verified, 0 failed\n',
  ])
})

// A network namespace of its own has no network but 127.0.0.1, once that is up.
const NO_NETWORK = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

/** Runs Node in the project where there is no network. */
const offline = (...args: readonly string[]): string =>
  run(project.folder, 'unshare', ...NO_NETWORK, process.execPath, ...args)

const PROBE = `fetch('http://192.0.2.1').catch(({ cause }) => console.log(cause.code))`

it('records, checks and verifies with no network', ({ expect, skip }) => {
  if (spawnSync('unshare', [...NO_NETWORK, 'true']).status !== 0) skip('needs unshare and ip')
  const cli = join('node_modules', 'bars-contracts', 'dist', 'cli.js')

  expect(offline('-e', PROBE)).toBe('ENETUNREACH\n')
  expect(offline('record.mjs')).toBe(`${PACT}\n`)
  expect(offline(cli, 'check', 'request.json')).toContain('no contract violation')
  expect(offline(cli, 'verify', PACT)).toContain('1 verified, 0 failed\n')
})
