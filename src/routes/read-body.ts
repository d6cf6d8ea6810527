import { Failure, fail } from '../bars/failure.ts'
import { parseExactly } from '../fhir/exact-json.ts'
import { readBytes } from './read-bytes.ts'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Reads a body as JSON in UTF-8; `contentLength` is the header of its request. */
export const readBody = async (
  request: Request,
  contentLength: string | null,
): Promise<unknown | Failure> => {
  const bytes = await readBytes(request, contentLength)
  if (bytes instanceof Failure) return bytes

  const text = decode(bytes)
  return text === undefined ? notJson('the body', 'bytes that are not UTF-8') : parse(text)
}

const decode = (bytes: ArrayBuffer | Uint8Array): string | undefined => {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

const parse = (text: string): unknown => {
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
const placeOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : ''
  const [, position] =
    / (?:in|after) JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message) ?? []
  return position === undefined ? 'the body' : `the body at character ${position}`
}

const notJson = (where: string, received: string) =>
  fail('REC_BAD_REQUEST', 'structure', { where, received, expected: 'a message Bundle in JSON' })

/** The failure of a body that nests deeper than the runtime's stack: only an attack or a defect does. */
export const tooDeep = (): Failure =>
  fail('REC_BAD_REQUEST', 'structure', {
    where: 'Bundle',
    received: 'JSON nested too deeply',
    expected: 'a message Bundle',
  })
