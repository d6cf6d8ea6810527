import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, it } from 'vitest'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { statusOf } from '../../src/scenarios/scenario.ts'
import { startWorker } from './start-worker.ts'

const DEV = 'http://127.0.0.1:8787'
const folder = mkdtempSync(join(tmpdir(), 'bars-docs-'))
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  worker = await startWorker()
})

afterAll(() => worker.close())

/** The shell blocks of a page, with the sandbox's address put in. */
const shellBlocks = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) =>
    block.replaceAll(DEV, worker.origin),
  )

const run = async (script: string): Promise<string> =>
  (await promisify(execFile)('sh', ['-eu', '-c', script], { cwd: folder })).stdout

it('runs the session of the README as printed', async ({ expect }) => {
  const [, ...session] = shellBlocks('README.md')

  const output = await run(session.join('\n'))

  expect(output.match(/^HTTP \d+$/gm)).toEqual([
    'HTTP 200',
    'HTTP 200',
    'HTTP 200',
    'HTTP 200',
    'HTTP 409',
  ])
  expect(output).toContain('"resourceType":"CapabilityStatement"')
  expect(output).toContain('"total":5')
  expect(output).toContain('"id":"ce1c4ced-2a84-4198-9982-9caf894d0bb7"')
  expect(output).toContain('"code":"REC_CONFLICT"')
})

it('runs every command of docs/scenarios.md', async ({ expect }) => {
  const [settings = '', ...commands] = shellBlocks('docs/scenarios.md')

  const answers = []
  for (const command of commands) {
    const output = await run(settings + command)
    const [, status] = /^HTTP\/1.1 (\d+)/.exec(output) ?? []
    const [, scenario] = /^Sandbox-Scenario: (\S+)/im.exec(output) ?? []
    answers.push([scenario, Number(status)])
  }

  expect(answers).toEqual(CATALOGUE.map(({ id, reply }) => [id, statusOf(reply)]))
})
