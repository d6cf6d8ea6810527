import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const KIB = 1024
const MESSAGE = Buffer.from(JSON.stringify(requestOf('booking-accepted').body))

const posted = (coding: string, bytes: Uint8Array) => ({
  request: requestOf('booking-accepted', {
    body: undefined,
    headers: { 'Content-Encoding': coding },
  }),
  bytes: new Uint8Array(bytes),
})

const padded = (length: number): Buffer =>
  Buffer.concat([MESSAGE, Buffer.alloc(length - MESSAGE.length, ' ')])

// biome-ignore format: a table reads by column
const TAKEN = [
  { title: 'gzip', ...posted('gzip', gzipSync(MESSAGE)) },
  { title: 'gzip in capitals', ...posted('GZIP', gzipSync(MESSAGE)) },
  { title: 'x-gzip, its older name', ...posted('x-gzip', gzipSync(MESSAGE)) },
  { title: 'deflate, as RFC 9110 means it', ...posted('deflate', deflateSync(MESSAGE)) },
  { title: 'deflate without its frame, as some clients send it', ...posted('deflate', deflateRawSync(MESSAGE)) },
  { title: 'gzip of 512 KiB', ...posted('gzip', gzipSync(padded(512 * KIB))) },
  { title: 'gzip that is no shorter', ...posted('gzip', gzipSync(MESSAGE, { level: 0 })) },
  { title: 'gzip in two members', ...posted('gzip', Buffer.concat([gzipSync(MESSAGE.subarray(0, 99)), gzipSync(MESSAGE.subarray(99))])) },
] as const

for (const { title, ...row } of TAKEN) {
  it(`accepts a body in ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('booking-accepted')
  })
}

const TOO_LONG = {
  status: 413,
  code: 'SEND_BAD_REQUEST',
  issue: 'too-long',
  diagnostics: 'the body: received more than 512 KiB; expected at most 512 KiB.',
} as const

const structure = (received: string) => ({
  status: 400,
  code: 'REC_BAD_REQUEST',
  issue: 'structure',
  diagnostics: `the body: received ${received}; expected a message Bundle in JSON.`,
})

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'a body is one byte over 512 KiB once it is decompressed', ...posted('gzip', gzipSync(padded(512 * KIB + 1))), ...TOO_LONG },
  { title: 'a body of 100 KB decompresses to 100 MiB', ...posted('gzip', gzipSync(Buffer.alloc(100 * KIB * KIB))), ...TOO_LONG },
  { title: 'a deflated body of 100 KB decompresses to 100 MiB', ...posted('deflate', deflateSync(Buffer.alloc(100 * KIB * KIB))), ...TOO_LONG },
  { title: 'a body that is said to be gzip is plain', ...posted('gzip', MESSAGE), ...structure('bytes that are not gzip') },
  { title: 'a body that is said to be deflate is plain', ...posted('deflate', MESSAGE), ...structure('bytes that are not deflate') },
  { title: 'a body in gzip is broken', ...posted('gzip', gzipSync(MESSAGE).fill(0xff, 20, 40)), ...structure('bytes that are not gzip') },
  { title: 'a compressed body is empty', ...posted('gzip', Buffer.alloc(0)), ...structure('nothing') },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

it('answers 400 when a body in gzip ends too early', async ({ expect }) => {
  const row = posted('gzip', gzipSync(MESSAGE).subarray(0, -100))

  const response = await createSandbox().request(sent(row))

  expect(response.status).toBe(400)
})

it('does not compress where the runtime does not do it', async ({ expect }) => {
  const request = requestOf('slot-free', { headers: { 'Accept-Encoding': 'gzip' } })

  const response = await createSandbox().request(sent({ request }))

  expect(response.headers.get('Content-Encoding')).toBeNull()
  expect(await response.json()).toMatchObject({ resourceType: 'Bundle' })
})
