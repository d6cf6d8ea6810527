import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest } from '../../src/index.ts'
import { cli } from './captured.ts'
import { asText, written } from './request-files.ts'

const request = buildRequest('booking-conflict-409')

const [[firstHeader = '', firstValue = ''] = []] = Object.entries(request.headers)

const FORMS: Readonly<Record<string, string>> = {
  'with the whole URL': asText(request, 'http://127.0.0.1:8787/booking-and-referral/FHIR/R4'),
  'that begins with a byte order mark': `\ufeff${asText(request)}`,
  'in JSON, with a byte order mark and lists of values': `\ufeff${JSON.stringify({
    ...request,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value]]),
    ),
  })}`,
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

it('prints no character of a file or its name that a terminal or a CI log obeys', async ({
  expect,
}) => {
  const hostile = 'GET\u001b[31m\u0007 {{a\n::error::injected}} ?'
  const folder = written({ 'a\u001b[31m\n::error::b.txt': asText(request), 'c.txt': hostile })

  const named = await cli('check', join(folder, 'a\u001b[31m\n::error::b.txt'))
  const read = await cli('check', join(folder, 'c.txt'))
  const called = await cli('\u001b[31m\n::error::')

  const printed = [named, read, called].map(({ out, err }) => out + err)
  expect([named.exit, read.exit, called.exit]).toEqual([0, 2, 2])
  expect(printed.filter((text) => /[^\P{C}\n]|^::/mu.test(text))).toEqual([])
})
