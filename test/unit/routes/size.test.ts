import { it } from 'vitest'
import { answerOf, refused } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const LIMIT = 512 * 1024

const TOO_LONG = {
  status: 413,
  code: 'SEND_BAD_REQUEST',
  issue: 'too-long',
  diagnostics: 'the body: received more than 512 KiB; expected at most 512 KiB.',
} as const

const message = (headers: Readonly<Record<string, string>> = {}) =>
  requestOf('booking-accepted', { body: undefined, headers })

const MESSAGE = Buffer.from(JSON.stringify(requestOf('booking-accepted').body))

/** The booking, with white space after it up to that many bytes. */
const ofBytes = (length: number) =>
  new Uint8Array(Buffer.concat([MESSAGE, Buffer.alloc(length - MESSAGE.length, ' ')]))

/** Those bytes as a stream without a length, in chunks of that many. */
const streamed = (bytes: Uint8Array, size: number): ReadableStream<Uint8Array> => {
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + size))
      at += size
    },
  })
}

const TWO_BYTES_EACH = `{"x":"${'é'.repeat(300 * 1024)}"}`

const length = (bytes: number) => message({ 'Content-Length': String(bytes) })
const over = () => ofBytes(LIMIT + 1)

// biome-ignore format: a table reads by column
const ROWS = [
  { title: 'one byte over 512 KiB', request: message(), body: over },
  { title: 'one byte over 512 KiB and says so', request: length(LIMIT + 1), body: over },
  { title: 'one byte over 512 KiB and says less', request: length(10), body: over },
  { title: 'one byte over 512 KiB and says a length that is no number', request: message({ 'Content-Length': 'short' }), body: over },
  { title: 'one byte over 512 KiB and comes in one chunk', request: message(), body: () => streamed(over(), LIMIT + 1) },
  { title: 'one byte over 512 KiB and comes in many chunks', request: message(), body: () => streamed(over(), 1000) },
  { title: 'short and says that it is long', request: length(LIMIT + 1), body: () => ofBytes(MESSAGE.length) },
  { title: 'under 512 KiB in characters and over in UTF-8', request: message(), body: () => TWO_BYTES_EACH },
  { title: 'too long and not JSON', request: message(), body: () => 'x'.repeat(LIMIT + 1) },
]

for (const row of ROWS) {
  it(`answers 413 when the body is ${row.title}`, async ({ expect }) => {
    const request = new Request(toRequest(row.request), { body: row.body(), duplex: 'half' })

    const response = await createSandbox().request(request)

    expect(await answerOf(response, row)).toEqual(refused({ ...row, ...TOO_LONG }, expect))
  })
}

// biome-ignore format: a table reads by column
const ACCEPTED = [
  { title: '512 KiB', request: message(), body: () => ofBytes(LIMIT) },
  { title: '512 KiB with a length', request: length(LIMIT), body: () => ofBytes(LIMIT) },
  { title: '512 KiB in many chunks', request: message(), body: () => streamed(ofBytes(LIMIT), 1000) },
  { title: 'chunks that cut characters in two', request: message(), body: () => streamed(new Uint8Array(Buffer.from(MESSAGE.toString().replace('Featherstonehaugh', '𝄞'.repeat(99)))), 7) },
]

for (const { title, request, body } of ACCEPTED) {
  it(`accepts a body of ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(
      new Request(toRequest(request), { body: body(), duplex: 'half' }),
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('booking-accepted')
  })
}

it('stops reading a body that never ends', async ({ expect }) => {
  let isCancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024)),
    cancel: () => {
      isCancelled = true
    },
  })
  const request = new Request(toRequest(message()), { body: endless, duplex: 'half' })

  const response = await createSandbox().request(request)

  expect({ status: response.status, isCancelled }).toEqual({ status: 413, isCancelled: true })
})
