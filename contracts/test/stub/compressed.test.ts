import { deflateSync, gzipSync } from 'node:zlib'
import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { startStub } from '../../src/stub/start-stub.ts'

const { method, path, headers, body } = buildRequest('booking-conflict-409')
const TEXT = JSON.stringify(body)

const compressed = (coding: string, bytes: Uint8Array) => ({
  method,
  path,
  headers: { ...headers, 'Content-Encoding': coding },
  body: new Uint8Array(bytes),
})

const PLAIN = [
  ['gzip', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
] as const

for (const [coding, bytes] of PLAIN) {
  it(`reads a message in ${coding}, strict though it is`, async ({ expect }) => {
    await using stub = await startStub({ strict: true })
    const request = compressed(coding, bytes)

    const { status } = await fetch(`${stub.fhirUrl}${path}`, request)

    expect([status, stub.violations()]).toEqual([409, []])
    expect(stub.requests().map((seen) => seen.body)).toEqual([TEXT])
  })
}

// biome-ignore format: a table reads by column
const WRONG = [
  ['plain text that is said to be gzip', Buffer.from(TEXT), { expected: 'a message Bundle in JSON', received: 'bytes that are not gzip' }],
  ['gzip of more than 512 KiB', gzipSync(Buffer.alloc(600 * 1024)), { expected: 'at most 512 KiB', received: 'more than 512 KiB' }],
] as const

for (const [title, bytes, told] of WRONG) {
  it(`tells of ${title}`, ({ expect }) => {
    const { violations } = checkRequest(undefined, compressed('gzip', bytes))

    expect(violations).toEqual([expect.objectContaining({ where: 'body', ...told })])
  })
}
