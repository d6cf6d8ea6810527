import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest } from '../../../src/index.ts'
import { type Captured, cli } from '../captured.ts'
import { inChunks } from './curl-logs.ts'
import { asText, written } from './written.ts'

const request = buildRequest('booking-conflict-409')
const text = asText(request)
const sent = inChunks(request)

const [[firstHeader = '', firstValue = ''] = []] = Object.entries(request.headers)

const CLEAN = "no contract violation in scenario 'booking-conflict-409': POST /$process-message"

/** What the CLI says of a file of this text, which it calls `a.http`. */
const check = async (content: string | Buffer, name = 'a.http'): Promise<Captured> => {
  const folder = written({})
  writeFileSync(join(folder, name), content)
  const { exit, out, err } = await cli('check', join(folder, name))
  return { exit, out: out.replaceAll(`${folder}/`, ''), err }
}

const FORMS: Readonly<Record<string, string | Buffer>> = {
  'with the whole URL': asText(request, 'http://127.0.0.1:8787/booking-and-referral/FHIR/R4'),
  'that begins with a byte order mark': `\ufeff${text}`,
  'in UTF-16, as PowerShell writes it': Buffer.from(`\ufeff${text}`, 'utf16le'),
  'in UTF-16 of the other order': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'in JSON, with a byte order mark and lists of values': `\ufeff${JSON.stringify({
    ...request,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value]]),
    ),
  })}`,
  'with line ends of the wire': text.replaceAll('\n', '\r\n'),
  'whose method is in small letters': text.replace('POST', 'post'),
  'whose header goes on in the next line': text.replace('; version', ';\n  version'),
  'whose body is in chunks': `${asText({ ...sent, body: {} }).replace('{}\n', '')}${sent.sent}`,
  'whose body was in chunks before it was written down': asText({
    ...request,
    headers: sent.headers,
  }),
  'of a .http file, with comments and variables': [
    '@base = {{host}}/booking-and-referral/FHIR/R4',
    '@host = http://127.0.0.1:8787',
    '',
    '### Book',
    '# @name book',
    asText(request, '{{base}}').replace(
      `${firstHeader}: ${firstValue}\n`,
      `// fresh each time\n${firstHeader}: {{$guid}}\n`,
    ),
  ].join('\n'),
  'whose address is a variable from elsewhere': asText(request, '{{baseUrl}}'),
  'with handlers before it and after': [
    '< {%',
    '  request.variables.set("a", 1)',
    '%}',
    text,
    '> {%',
    '  client.test("is taken", () => client.assert(response.status === 409))',
    '%}',
  ].join('\n'),
  'with the file of a handler, and one of an answer': `${text}\n> ./assert.js\n\n<> 409.json\n`,
  'with an answer below it': `${text}\nHTTP/1.1 409 Conflict\nContent-Type: application/fhir+json\n\n{}\n`,
}

for (const [form, content] of Object.entries(FORMS)) {
  it(`reads a request ${form}`, async ({ expect }) => {
    expect(await check(content)).toEqual({ exit: 0, out: `a.http: ${CLEAN}\n`, err: '' })
  })
}

it('checks each request of a .http file, and tells the line where it is', async ({ expect }) => {
  const wrong = buildRequest('booking-get', { headers: { 'X-Request-Id': '1' } })

  const { exit, out } = await check(
    [text, '### Read it', asText(wrong), '### Nothing', '# yet', '###', text].join('\n'),
  )

  expect(exit).toBe(1)
  expect(out.match(/^a\.http.*/gm)).toEqual([
    `a.http:1: ${CLEAN}`,
    expect.stringMatching(/^a\.http:\d+: contract violation/),
    expect.stringMatching(/^a\.http:\d+: no contract violation/),
  ])
  expect(out.split('\n').at(-2)).toBe('3 requests: 2 clean, 1 with violations')
})

it('goes on with the others where one cannot be read', async ({ expect }) => {
  expect(await check(['GET /metadata', 'Accept', '###', text].join('\n'))).toEqual({
    exit: 2,
    out: `a.http:1: not checked: 'Accept' is no header.
a.http:4: ${CLEAN}
2 requests: 1 clean, 1 not read
`,
    err: '',
  })
})

it('takes a header that is there twice as sent twice', async ({ expect }) => {
  const { exit, out } = await check(
    text.replace('X-Request-Id', 'X-Request-Id: nope\nX-Request-Id'),
  )

  expect(exit).toBe(1)
  expect(out).toContain('1. header X-Request-Id\n')
})

it('reads a body from the file that a .http file names, as its bytes', async ({ expect }) => {
  const { body, ...head } = request
  const message = JSON.stringify(body)
  const folder = written({
    'a.http': `${asText(head)}< ./message.json\n\n> {% client.log(1) %}\n`,
    'b.http': `${asText(head)}<@ message.json\n`,
    'message.json': message,
  })

  const asSent = await cli('check', join(folder, 'a.http'), join(folder, 'b.http'))
  writeFileSync(join(folder, 'message.json'), Buffer.from(message, 'utf16le'))
  const inUtf16 = await cli('check', join(folder, 'a.http'))

  expect([asSent.exit, inUtf16.exit]).toEqual([0, 1])
  expect(inUtf16.out).toContain('+ received text in UTF-16\n')
})

it('reads a GET as a .http file has it, over several lines', async ({ expect }) => {
  const { path, headers } = buildRequest('slot-free')
  const [first = '', ...more] = path.split('&')
  const lines = [first, ...more.map((each) => `    &${each}`)].join('\n')
  const named = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

  expect((await check([lines, ...named].join('\n'))).out).toContain("in scenario 'slot-free'")
})

const WRONG: readonly (readonly [what: string, content: string, message: string])[] = [
  ['that is no request', 'hello there, reader', "'hello there, reader' is no request line"],
  ['that is a sentence', 'hello', "'hello' is no request line"],
  ['whose header is none', 'GET /metadata\nAccept', "'Accept' is no header."],
  [
    'whose variable has no value',
    'GET /metadata\nAccept: {{accept}}',
    'The variable {{accept}} has no value in the file.',
  ],
  [
    'whose variable has itself for its value',
    '@a = {{a}}\nGET /metadata\nAccept: {{a}}',
    'The variable {{a}} has no value in the file.',
  ],
  [
    'whose chunks break off',
    `POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\nff\r\n1}`,
    'Its body is in chunks, and ends before the last of them.',
  ],
  [
    'whose body is in a file that is not there',
    'POST /a\n\n< none.json',
    'ENOENT: no such file or directory',
  ],
  ['of broken JSON', '{ "method": ', 'JSON'],
  ['of other JSON', '{ "a": 1 }', 'It is JSON, but not a request: '],
  [
    'of a message alone',
    '{ "resourceType": "Bundle" }',
    'It is a message alone, without the headers',
  ],
  ['of a curl command', '# books\ncurl -X POST https://a.test/Slot', 'It is a command of curl'],
  ['that is empty', '', 'It holds no request.'],
]

for (const [what, content, message] of WRONG) {
  it(`exits 2 at a file ${what}, and names it`, async ({ expect }) => {
    const { exit, out, err } = await check(content)

    expect([exit, err]).toEqual([2, ''])
    expect(out).toMatch(/^a\.http: not checked: /)
    expect(out).toContain(message)
  })
}

it('prints no character of a file or its name that a terminal or a CI log obeys', async ({
  expect,
}) => {
  const hostile = 'GET\u001b[31m\u0007 {{a\n::error::injected}} ?'
  const folder = written({ 'a\u001b[31m\n::error::b.txt': text, 'c.txt': hostile })

  const named = await cli('check', join(folder, 'a\u001b[31m\n::error::b.txt'))
  const read = await cli('check', join(folder, 'c.txt'))
  const called = await cli('\u001b[31m\n::error::')

  const printed = [named, read, called].map(({ out, err }) => out + err)
  expect([named.exit, read.exit, called.exit]).toEqual([0, 2, 2])
  expect(printed.filter((each) => /[^\P{C}\n]|^::/mu.test(each))).toEqual([])
})
