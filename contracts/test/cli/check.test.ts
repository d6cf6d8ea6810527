import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { junitFaults } from '../../../test/support/junit-schema.ts'
import { buildRequest, scenarios } from '../../src/index.ts'
import { cli } from './captured.ts'
import { asText, written } from './request-files.ts'

const SCHEMA = readFileSync('test/fixtures/junit.xsd', 'utf8')

const request = buildRequest('booking-conflict-409')

it('passes the example of every scenario', async ({ expect }) => {
  const files = scenarios.map(({ id }) => [`${id}.json`, JSON.stringify(buildRequest(id))] as const)
  const folder = written(Object.fromEntries(files))

  const { exit, out } = await cli('check', ...files.map(([name]) => join(folder, name)))

  expect(out.split('\n').filter((line) => !line.includes(': no contract violation'))).toEqual([''])
  expect(exit).toBe(0)
})

it('names the scenario that the sandbox answers with', async ({ expect }) => {
  const file = join(written({ 'a.http': asText(request) }), 'a.http')

  expect(await cli('check', file)).toEqual({
    exit: 0,
    out: `${file}: no contract violation in scenario 'booking-conflict-409': POST /$process-message\n`,
    err: '',
  })
})

it('exits 1 when a request does not choose the scenario that it should', async ({ expect }) => {
  const file = join(written({ 'a.http': asText(request) }), 'a.http')

  const { exit, out } = await cli('check', file, '--scenario', 'booking-not-found-404')

  expect(exit).toBe(1)
  expect(out).toMatch(
    `${file}: contract violation in scenario 'booking-not-found-404': POST /$process-message\n  1. `,
  )
})

it('writes a JUnit report with a case for each file', async ({ expect }) => {
  const wrong = { ...request, headers: { ...request.headers, 'X-Request-Id': '1' } }
  const folder = written({ 'good.http': asText(request), 'bad.json': JSON.stringify(wrong) })
  const [good, bad, xml] = ['good.http', 'bad.json', 'check.xml'].map((name) => join(folder, name))

  const { exit } = await cli('check', `${good}`, `${bad}`, '--junit', `${xml}`)

  expect(exit).toBe(1)
  const report = readFileSync(`${xml}`, 'utf8')
  expect(await junitFaults(report, SCHEMA)).toEqual([])
  expect(report).toContain('tests="2" failures="1" errors="0" skipped="0"')
  expect(report).toContain('message="header X-Request-Id: expected a UUID, received \'1\'">')
})

it('exits 2 before it checks when the report cannot be written', async ({ expect }) => {
  const file = join(written({ 'a.http': asText(request) }), 'a.http')

  const { exit, out, err } = await cli('check', file, '--junit', join(file, 'check.xml'))

  expect([exit, out]).toEqual([2, ''])
  expect(err).toMatch(/^error: ENOTDIR: not a directory, open /)
})

it('leaves nothing of a report that it can write and has no result for', async ({ expect }) => {
  const xml = join(written({}), 'check.xml')

  const { exit } = await cli('check', 'no-such-file.http', '--junit', xml)

  expect([exit, existsSync(xml)]).toEqual([2, false])
})

it('exits 2 at a body that is nested deeper than the stack', async ({ expect }) => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const text = JSON.stringify({ ...request, body: null }).replace('"body":null', `"body":${deep}`)

  expect(await cli('check', join(written({ 'a.json': text }), 'a.json'))).toEqual({
    exit: 2,
    out: '',
    err: `error: The body is nested too deeply to be written.
See bars-contracts check --help.
`,
  })
})

it('exits 2 when there is no such file, or no such scenario', async ({ expect }) => {
  const missing = await cli('check', 'no-such-file.http')
  const unknown = await cli('check', 'no-such-file.http', '--scenario', 'booking')

  expect([missing.exit, unknown.exit]).toEqual([2, 2])
  expect(missing.err).toContain("no such file or directory, open 'no-such-file.http'")
  expect(unknown.err).toContain("There is no scenario 'booking'. Did you mean booking-get, ")
})
