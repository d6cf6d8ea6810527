import { request as httpRequest } from 'node:http'
import { runInNewContext } from 'node:vm'
import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'

const request = buildRequest('booking-conflict-409')
const entries = Object.entries(request.headers)

const outgoing = httpRequest('http://127.0.0.1:1', { headers: { ...request.headers } })
outgoing.on('error', () => {}).destroy()

const SHAPES = {
  'a record': request.headers,
  Headers: new Headers(entries),
  pairs: entries,
  'a Map': new Map(entries),
  "lists, as Node's http may have them": Object.fromEntries(
    entries.map(([name, value]) => [name, [value]]),
  ),
  "what Node's http is about to send": outgoing.getHeaders(),
} as const

for (const [shape, headers] of Object.entries(SHAPES)) {
  it(`takes headers that are ${shape}`, ({ expect }) => {
    const { text } = checkRequest('booking-conflict-409', { ...request, headers })

    expect(text).toBe(
      "no contract violation in scenario 'booking-conflict-409': POST /$process-message",
    )
  })
}

it('takes a header that is undefined for one that is not sent', ({ expect }) => {
  const headers = { ...request.headers, 'X-Request-Id': undefined, 'Content-Length': 42 }

  const { violations } = checkRequest('booking-conflict-409', { ...request, headers })

  expect(violations.map(({ where, received }) => [where, received])).toEqual([
    ['header X-Request-Id', 'absent'],
  ])
})

it('reads the values of a header that is sent twice as one', ({ expect }) => {
  const twice = [...entries, ['x-request-id', '1'] as const]

  const { violations } = checkRequest('booking-conflict-409', { ...request, headers: twice })

  expect(violations.map(({ where, received }) => [where, received])).toEqual([
    ['header X-Request-Id', 'two values, or two headers of that name'],
  ])
})

const written = JSON.stringify(request.body)
const bytes = new TextEncoder().encode(written)
const elsewhere = new Uint8Array(bytes.length + 8)
elsewhere.set(bytes, 4)

const BODIES: Readonly<Record<string, unknown>> = {
  JSON: request.body,
  text: written,
  'text with a byte order mark': `\ufeff${written}`,
  'a String object': Object(written),
  'a Buffer': Buffer.from(written),
  'a Buffer with a byte order mark': Buffer.from(`\ufeff${written}`),
  'an ArrayBuffer': bytes.buffer,
  'a DataView of a part of one': new DataView(elsewhere.buffer, 4, bytes.length),
  'an ArrayBuffer of another realm': runInNewContext('Uint8Array.from(bytes).buffer', { bytes }),
}

for (const [shape, body] of Object.entries(BODIES)) {
  it(`takes a body that is ${shape}`, ({ expect }) => {
    const { text } = checkRequest('booking-conflict-409', { ...request, body })

    expect(text).toBe(
      "no contract violation in scenario 'booking-conflict-409': POST /$process-message",
    )
  })
}

const NO_REQUEST = 'A request is { method, path, headers, body }; checkHttpRequest takes a Request.'
const NO_HEADERS = 'The headers are neither Headers nor an object of names and values, nor pairs.'
const NO_BODY = 'The body is yet to be read: it is to be text, bytes or JSON.'

const OTHERS: readonly (readonly [what: string, sent: unknown, message: string])[] = [
  ['a Request', new Request('https://sandbox.test/metadata'), NO_REQUEST],
  ['a request without a path', { ...request, path: undefined }, NO_REQUEST],
  ['headers that are none', { ...request, headers: undefined }, NO_HEADERS],
  ['headers that are a text', { ...request, headers: 'Accept: */*' }, NO_HEADERS],
  ['a list of texts for headers', { ...request, headers: ['Accept', '*/*'] }, NO_HEADERS],
  [
    'a header that is an object',
    { ...request, headers: { Accept: {} } },
    'The header Accept is neither a text nor a list of texts.',
  ],
  ['a body that is a stream', { ...request, body: new Blob([]).stream() }, NO_BODY],
  ['a body that is a Blob', { ...request, body: new Blob([]) }, NO_BODY],
  ['a body that is a promise', { ...request, body: Promise.resolve('') }, NO_BODY],
]

for (const [what, sent, message] of OTHERS) {
  it(`refuses ${what}, and says what it takes`, ({ expect }) => {
    // @ts-expect-error: no request.
    const checking = () => checkRequest(undefined, sent)

    expect(checking).toThrow(new TypeError(message))
  })
}
