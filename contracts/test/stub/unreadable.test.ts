import { once } from 'node:events'
import { connect } from 'node:net'
import { it } from 'vitest'
import { type Stub, startStub } from '../../src/stub/start-stub.ts'

/** Writes bytes to a stub's socket; gives all that comes back. */
const sendBytes = async ({ url }: Stub, bytes: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8')
  const received: string[] = []
  socket.on('data', (text: string) => received.push(text))
  socket.write(bytes)
  await once(socket, 'close')
  return received.join('')
}

const request = (header: string): string =>
  `GET /metadata HTTP/1.1\r\nHost: stub\r\n${header}\r\n\r\n`

const BROKEN = {
  where: 'the headers',
  received: 'a header that is broken into lines, or a line that is no header',
  expected: 'each header on one line',
  mend: "base64 of some tools has line breaks: base64 | tr -d '\\n' takes them out",
  rule: 'http/readable',
  severity: 'error',
  source: 'RFC 9112 §5',
}

const UNREADABLE = [
  ['a header with a line feed', request('NHSD-Target-Identifier: eyJz\neXN0ZW0='), BROKEN],
  ['a header with a line break', request('NHSD-Target-Identifier: eyJz\r\neXN0ZW0='), BROKEN],
  [
    'headers without end',
    request(`NHSD-Target-Identifier: ${'A'.repeat(20_000)}`),
    {
      where: 'the headers',
      received: 'more than 16 KiB of headers',
      expected: 'fewer, or shorter ones',
      rule: 'http/readable',
      severity: 'error',
      source: 'RFC 9112 §5',
    },
  ],
  [
    'the beginning of TLS',
    '\x16\x03\x01\x02\x00\x01\r\n',
    {
      where: 'the request',
      received: 'the beginning of TLS',
      expected: 'HTTP/1.1',
      mend: 'the stub does not speak HTTPS: its URL begins with http:',
      rule: 'http/readable',
      severity: 'error',
      source: 'RFC 9112 §5',
    },
  ],
  [
    'the beginning of HTTP/2',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    {
      where: 'the request',
      received: 'HTTP/2',
      expected: 'HTTP/1.1',
      mend: 'curl does so without --http2-prior-knowledge, .NET with HttpVersion.Version11',
      rule: 'http/readable',
      severity: 'error',
      source: 'RFC 9112 §5',
    },
  ],
  [
    'a method that HTTP does not have',
    'FETCH /metadata HTTP/1.1\r\n\r\n',
    {
      where: 'the request',
      received: 'bytes that are no HTTP request',
      expected: 'HTTP/1.1',
      rule: 'http/readable',
      severity: 'error',
      source: 'RFC 9112 §5',
    },
  ],
] as const

for (const [what, bytes, violation] of UNREADABLE) {
  it(`tells of ${what}, in the answer and in its violations`, async ({ expect }) => {
    await using stub = await startStub()

    const answer = await sendBytes(stub, bytes)

    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head.split('\r\n')).toEqual([
      'HTTP/1.1 400 Bad Request',
      'access-control-allow-origin: *',
      'access-control-expose-headers: X-Request-Id,X-Correlation-Id,Sandbox-Scenario,Sandbox-Report,Allow,Retry-After',
      'cache-control: no-store',
      "content-security-policy: default-src 'none'; frame-ancestors 'none'",
      'content-type: application/fhir+json',
      'referrer-policy: no-referrer',
      'x-content-type-options: nosniff',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ])
    const diagnostics = JSON.parse(body).issue.map(
      (issue: { diagnostics: string }) => issue.diagnostics,
    )
    expect(diagnostics).toEqual([
      expect.stringContaining(`received ${violation.received}; expected `),
    ])
    expect(stub.violations().map(({ violations }) => violations)).toEqual([[violation]])
  })
}
