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

const MOST_OUTPUT_BYTES = 32 * 1024 * 1024

// By standard input: a whole page is longer than an argument may be.
const run = async (script: string): Promise<string> => {
  const options = { cwd: folder, maxBuffer: MOST_OUTPUT_BYTES }
  const running = promisify(execFile)('sh', ['-eu'], options)
  running.child.stdin?.end(script)
  return (await running).stdout
}

it('runs the session of the README as printed', async ({ expect }) => {
  const [, ...session] = shellBlocks('README.md')

  const output = await run(session.join('\n'))

  expect(output.match(/^HTTP \d+$/gm)).toEqual([
    'HTTP 200',
    'HTTP 200',
    'HTTP 200',
    'HTTP 200',
    'HTTP 409',
    'HTTP 200',
    'HTTP 200',
    'HTTP 400',
  ])
  expect(output).toContain('"resourceType":"CapabilityStatement"')
  expect(output).toContain('"total":5')
  expect(output).toContain('"id":"ce1c4ced-2a84-4198-9982-9caf894d0bb7"')
  expect(output).toContain('"code":"REC_CONFLICT"')
  expect(output.match(/^(?:\d errors|nothing to mend)$/gm)).toEqual(['2 errors', 'nothing to mend'])
  expect(output).toContain('index.html\nreports.json\nreports.junit.xml\nrules.csv\n')
})

it('gets from a report to a clean request as docs/walks.md prints it', async ({ expect }) => {
  const page = readFileSync('docs/walks.md', 'utf8')
  const printed = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)

  const output = await run(shellBlocks('docs/walks.md').join('\n'))

  const reports = output.split(/^\w+\.[0-9a-f]{32}, .*\n/m).slice(0, -1)
  expect(reports.map((report) => report.trim())).toEqual(printed.map((text) => text.trim()))
  expect(printed.filter((text) => text.includes('nothing to mend')).length).toBe(3)
})

/** Stands between the outputs of two commands. */
const BETWEEN = '----- next command -----'

const answerIn = (output: string) => {
  const [, status] = /^HTTP\/1.1 (\d+)/.exec(output) ?? []
  const [, scenario] = /^Sandbox-Scenario: (\S+)/im.exec(output) ?? []
  return [scenario, Number(status)]
}

const setState = (odsCode: string, state: string) =>
  fetch(`${worker.origin}/_sandbox/organisations/${odsCode}/state`, {
    method: 'PUT',
    body: JSON.stringify({ state }),
  })

it('runs every command of docs/scenarios.md in one shell, stateful ones twice, whatever others hold', async ({
  expect,
}) => {
  const [settings = '', ...commands] = shellBlocks('docs/scenarios.md')
  const isStateful = (place: number) => CATALOGUE[place]?.given !== undefined
  const others = [await setState('A1001', 'referral-created')]
  others.push(await setState('ED111', 'referral-created'))
  const page = [...commands, ...commands.filter((_, place) => isStateful(place))].join(
    `\nprintf '%s\\n' '${BETWEEN}'\n`,
  )

  const output = await run(`${settings}\n${page}`)

  const once = CATALOGUE.map(({ id, reply }) => [id, statusOf(reply)])
  const again = once.filter((_, place) => isStateful(place))
  expect(others.map(({ status }) => status)).toEqual([200, 200])
  expect(output.split(`${BETWEEN}\n`).map(answerIn)).toEqual([...once, ...again])
})

it('gives every reader of docs/scenarios.md another space', async ({ expect }) => {
  const [settings = ''] = shellBlocks('docs/scenarios.md')
  const space = () => run(`${settings}\nprintf %s "$SANDBOX"`)

  const [mine, yours] = [await space(), await space()]

  expect(mine).toMatch(/\/s\/[a-z0-9-]{3,64}$/)
  expect(yours).not.toBe(mine)
})
