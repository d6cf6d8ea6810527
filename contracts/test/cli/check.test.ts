import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { type BuiltRequest, buildRequest, scenarios } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { cli } from './captured.ts'

/** Writes files into a folder of their own; gives the folder. */
const written = (files: Readonly<Record<string, string>>): string => {
  const folder = scratchFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A request as it goes over the wire. */
const asText = ({ method, path, headers, body }: BuiltRequest, base = ''): string =>
  [
    `${method} ${base}${path} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    ...(body ? [JSON.stringify(body, null, 2)] : []),
    '',
  ].join('\n')

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
  expect(readFileSync(`${xml}`, 'utf8')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="bars-contracts check" tests="2" failures="1">
    <testcase classname="bars-contracts check" name="${good}"/>
    <testcase classname="bars-contracts check" name="${bad}">
      <failure message="header X-Request-Id: expected a UUID, received '1'">header X-Request-Id: expected a UUID, received '1'</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})

const [[firstHeader = '', firstValue = ''] = []] = Object.entries(request.headers)

const FORMS: Readonly<Record<string, string>> = {
  'with the whole URL': asText(request, 'http://127.0.0.1:8787/booking-and-referral/FHIR/R4'),
  'with line ends of the wire': asText(request).replaceAll('\n', '\r\n'),
  'of a .http file, with comments, variables and others after it': [
    '@host = http://127.0.0.1:8787',
    `@base = {{host}}/booking-and-referral/FHIR/R4`,
    '',
    '### Book',
    '# @name book',
    asText(request, '{{base}}').replace(
      `${firstHeader}: ${firstValue}\n`,
      `// fresh each time\n${firstHeader}: {{$guid}}\n`,
    ),
    '### Cancel',
    'GET {{base}}/Appointment',
  ].join('\n'),
  'whose address is a variable from elsewhere': asText(request, '{{baseUrl}}'),
}

for (const [form, text] of Object.entries(FORMS)) {
  it(`reads a request ${form}`, async ({ expect }) => {
    const { exit, out } = await cli('check', join(written({ 'a.http': text }), 'a.http'))

    expect(out).toContain(": no contract violation in scenario 'booking-conflict-409': ")
    expect(exit).toBe(0)
  })
}

it('reads a body from the file that a .http file names', async ({ expect }) => {
  const { body, ...head } = request
  const folder = written({
    'a.http': `${asText(head)}< ./message.json\n`,
    'message.json': JSON.stringify(body),
  })

  expect((await cli('check', join(folder, 'a.http'))).exit).toBe(0)
})

it('reads a GET as a .http file has it, over several lines', async ({ expect }) => {
  const { path, headers } = buildRequest('slot-free')
  const [first = '', ...more] = path.split('&')
  const lines = [first, ...more.map((each) => `    &${each}`)].join('\n')
  const named = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const folder = written({ 'a.http': [lines, ...named].join('\n') })

  expect((await cli('check', join(folder, 'a.http'))).out).toContain("in scenario 'slot-free'")
})

it('reads what curl -v shows', async ({ expect }) => {
  const { headers } = buildRequest('booking-get')
  const { path } = buildRequest('booking-get')
  const folder = written({
    'curl.txt': [
      '*   Trying 127.0.0.1:8787...',
      `> GET /booking-and-referral/FHIR/R4${path} HTTP/1.1`,
      '> Host: 127.0.0.1:8787',
      ...Object.entries(headers).map(([name, value]) => `> ${name}: ${value}`),
      '> ',
      '< HTTP/1.1 200 OK',
    ].join('\n'),
  })

  expect((await cli('check', join(folder, 'curl.txt'))).out).toContain("in scenario 'booking-get'")
})

const WRONG: readonly (readonly [what: string, text: string, message: string])[] = [
  ['that is no request', 'hello there, reader', "'hello there, reader' is no request line"],
  ['whose header is none', 'GET /metadata\nAccept', "'Accept' is no header."],
  [
    'whose variable has no value',
    'GET /metadata\nAccept: {{accept}}',
    'The variable {{accept}} has no value in the file.',
  ],
  ['of broken JSON', '{ "method": ', 'a.txt: '],
  ['of a message alone', '{ "resourceType": "Bundle" }', 'a.txt is JSON, but not a request: '],
]

for (const [what, text, message] of WRONG) {
  it(`exits 2 at a file ${what}`, async ({ expect }) => {
    const { exit, err } = await cli('check', join(written({ 'a.txt': text }), 'a.txt'))

    expect(exit).toBe(2)
    expect(err).toContain(message)
  })
}

it('exits 2 when there is no such file, or no such scenario', async ({ expect }) => {
  const missing = await cli('check', 'no-such-file.http')
  const unknown = await cli('check', 'no-such-file.http', '--scenario', 'booking')

  expect([missing.exit, unknown.exit]).toEqual([2, 2])
  expect(missing.err).toContain("no such file or directory, open 'no-such-file.http'")
  expect(unknown.err).toContain("There is no scenario 'booking'. Did you mean booking-get, ")
})
