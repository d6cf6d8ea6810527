import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { junitFaults } from '../../../test/support/junit-schema.ts'
import { buildRequest, scenarios } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { cli } from './captured.ts'
import { verbose } from './request-files/curl-logs.ts'
import { asText, written } from './request-files/written.ts'

const SCHEMA = readFileSync('test/fixtures/junit.xsd', 'utf8')

const request = buildRequest('booking-conflict-409')

it('passes the example of every scenario', async ({ expect }) => {
  const files = scenarios.map(({ id }) => [`${id}.json`, JSON.stringify(buildRequest(id))] as const)
  const folder = written(Object.fromEntries(files))

  const { exit, out } = await cli('check', ...files.map(([name]) => join(folder, name)))

  expect(out.split('\n').filter((line) => !line.includes(': no contract violation'))).toEqual([
    `${scenarios.length} requests: ${scenarios.length} clean`,
    '',
  ])
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

it('writes a JUnit report with a case for each request, of what was not read too', async ({
  expect,
}) => {
  const { headers } = request
  const wrong = { ...request, headers: { ...headers, 'X-Request-Id': '1' } }
  const doubtful = {
    ...request,
    headers: { ...headers, 'use-context': 'A1T1|booked|booking-request|new' },
  }
  const folder = written({
    'a.http': asText(request),
    'b.json': JSON.stringify([wrong, doubtful]),
    'c.txt': 'nothing',
    'd.log': verbose(request),
  })
  const xml = join(scratchFolder(), 'check.xml')

  const { exit } = await cli('check', folder, '--junit', xml)

  const report = readFileSync(xml, 'utf8')
  const plain = report.replaceAll(`${folder}/`, '').replace(/ time(?:stamp)?="[^"]*"/g, '')
  expect([exit, await junitFaults(report, SCHEMA)]).toEqual([2, []])
  expect(plain).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="bars-contracts check" tests="5" failures="1" errors="1" skipped="1">
    <testcase classname="bars-contracts check" name="a.http"/>
    <testcase classname="bars-contracts check" name="b.json:1">
      <failure type="http/x-request-id" message="header X-Request-Id: expected a UUID, received '1'">contract violation: POST /$process-message
  1. header X-Request-Id
     - expected a UUID
     + received '1'
     # http/x-request-id: BaRS Core, &quot;HTTP headers&quot;</failure>
    </testcase>
    <testcase classname="bars-contracts check" name="b.json:2">
      <system-out>no contract violation in scenario 'booking-conflict-409': POST /$process-message
worth mending, though a Receiver may accept it:
  1. header use-context
     - expected use case a1t1
     + received 'A1T1|booked|booking-request|new'
     ? codes are case-sensitive
     # http/use-context.case: BaRS Core, &quot;HTTP headers&quot;</system-out>
    </testcase>
    <testcase classname="bars-contracts check" name="c.txt">
      <error type="unreadable" message="'nothing' is no request line, such as POST /$process-message.">'nothing' is no request line, such as POST /$process-message.</error>
    </testcase>
    <testcase classname="bars-contracts check" name="d.log">
      <skipped message="its body was not checked: curl -v does not show it, curl --trace does"/>
    </testcase>
  </testsuite>
</testsuites>
`)
})

it('leaves out rules and takes warnings for violations, as asked', async ({ expect }) => {
  const headers = { ...request.headers, 'use-context': 'A1T1|booked|booking-request|new' }
  const file = join(written({ 'a.http': asText({ ...request, headers }) }), 'a.http')

  const stern = await cli('check', file, '--warnings-as-errors')
  const mild = await cli('check', file, '--warnings-as-errors', '--ignore', 'http/use-context.case')
  const wrong = await cli('check', file, '--ignore', 'http/use-context.cas')

  expect([stern.exit, mild.exit, wrong.exit]).toEqual([1, 0, 2])
  expect(mild.out).toContain('\nignored, as asked: 1 more\n')
  expect(wrong.err).toContain('Did you mean http/use-context.case')
})

it('exits 2 before it checks when the report cannot be written', async ({ expect }) => {
  const file = join(written({ 'a.http': asText(request) }), 'a.http')

  const { exit, out, err } = await cli('check', file, '--junit', join(file, 'check.xml'))

  expect([exit, out]).toEqual([2, ''])
  expect(err).toMatch(/^error: ENOTDIR: not a directory, open /)
})

it('tells in its report that there is no such file', async ({ expect }) => {
  const xml = join(written({}), 'check.xml')

  const { exit } = await cli('check', 'no-such-file.http', '--junit', xml)

  expect(exit).toBe(2)
  expect(readFileSync(xml, 'utf8')).toContain('tests="1" failures="0" errors="1"')
})

it('tells of a body that is nested deeper than the stack', async ({ expect }) => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const text = JSON.stringify({ ...request, body: null }).replace('"body":null', `"body":${deep}`)

  const { exit, err } = await cli('check', join(written({ 'a.json': text }), 'a.json'))

  expect([exit, err]).toEqual([1, ''])
})

it('exits 2 when there is no such file, and checks the others; or no such scenario', async ({
  expect,
}) => {
  const file = join(written({ 'a.http': asText(request) }), 'a.http')

  const missing = await cli('check', 'no-such-file.http', file)
  const unknown = await cli('check', file, '--scenario', 'booking')

  expect([missing.exit, unknown.exit]).toEqual([2, 2])
  expect(
    missing.out,
  ).toBe(`no-such-file.http: not checked: ENOENT: no such file or directory, stat 'no-such-file.http'
${file}: no contract violation in scenario 'booking-conflict-409': POST /$process-message
2 requests: 1 clean, 1 not read
`)
  expect(unknown.err).toContain("There is no scenario 'booking'. Did you mean booking-get, ")
})
