import { parseExactly } from '../fhir/json.ts'
import type { decompress } from './decompress.ts'
import { type Failure, fail } from './failure.ts'
import { LIMITS, MAX_BODY } from './limits.ts'
import { compressionIn } from './media-type.ts'

/** What a body is to be. */
export const MESSAGE_BODY = 'a message Bundle in JSON'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Reads a body as JSON in UTF-8; each number is kept as it was sent. */
export function readJson(body: string | ArrayBuffer | Uint8Array): unknown | Failure {
  // Bytes are decoded without their byte order mark.
  if (typeof body === 'string') return parse(body.replace(/^\ufeff/, ''))
  const text = decode(body)
  return text === undefined ? notJson('the body', 'bytes that are not UTF-8') : parse(text)
}

function decode(bytes: ArrayBuffer | Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') return notJson('the body', 'nothing')
  try {
    return parseExactly(text)
  } catch (error) {
    // The parser's stack ends where numbers are kept exactly; JSON itself may nest deeper.
    if (error instanceof RangeError) return tooDeep()
    return notJson(placeOf(error), 'text that is not JSON')
  }
}

// The parser's message quotes the payload, so only the position at its end is passed on.
function placeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const [, position] =
    / (?:in|after) JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message) ?? []
  return position === undefined ? 'the body' : `the body at character ${position}`
}

const notJson = (where: string, received: string) =>
  fail('REC_BAD_REQUEST', 'structure', { where, received, expected: MESSAGE_BODY })

/** The failure of a body that nests deeper than the runtime's stack: only an attack or a defect does. */
export const tooDeep = (): Failure =>
  fail('REC_BAD_REQUEST', 'structure', {
    where: 'Bundle',
    received: 'JSON nested too deeply',
    expected: 'a message Bundle',
  })

/** The failure of a body that is longer than any message. */
export const tooLong = (): Failure =>
  fail('SEND_BAD_REQUEST', 'too-long', {
    where: 'the body',
    received: `more than ${MAX_BODY}`,
    expected: `at most ${MAX_BODY}`,
  })

/** Joins the parts of a body that came, or was decompressed, piece by piece. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return bytes
}

/** A body as it was before its Content-Encoding; decompressed only as far as a body may be long. */
export function decompressed<Bytes extends ArrayBuffer | Uint8Array>(
  sent: Bytes,
  contentEncoding: string | undefined,
  unpack: typeof decompress,
): Bytes | Uint8Array | Failure {
  const compression = contentEncoding === undefined ? undefined : compressionIn(contentEncoding)
  if (compression === undefined) return sent
  try {
    const parts = unpack(new Uint8Array(sent), LIMITS.bodyBytes)
    const length = parts.reduce((sum, part) => sum + part.byteLength, 0)
    return length > LIMITS.bodyBytes ? tooLong() : joined(parts, length)
  } catch {
    return notJson('the body', `bytes that are not ${compression}`)
  }
}
