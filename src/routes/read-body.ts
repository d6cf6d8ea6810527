import { Failure, fail } from '../bars/failure.ts'
import { parseExactly } from '../fhir/exact-json.ts'

const KIB = 1024
const MAX_BODY_BYTES = 512 * KIB

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Reads a body as JSON, of at most 512 KiB in UTF-8. */
export const readBody = async (request: Request): Promise<unknown | Failure> => {
  const bytes = await readBytes(request)
  if (bytes instanceof Failure) return bytes
  try {
    return parseExactly(UTF8.decode(bytes))
  } catch (error) {
    return notJson(
      error instanceof SyntaxError ? 'text that is not JSON' : 'bytes that are not UTF-8',
      error,
    )
  }
}

const readBytes = async (request: Request): Promise<ArrayBuffer | Uint8Array | Failure> => {
  const length = request.headers.get('Content-Length')
  if (length === null) return readStream(request)
  return Number(length) > MAX_BODY_BYTES ? tooLong() : request.arrayBuffer()
}

// A body of unknown length is read only as far as it may be long.
const readStream = async (request: Request): Promise<Uint8Array | Failure> => {
  if (request.body === null) return new Uint8Array()

  const chunks: Uint8Array[] = []
  let length = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > MAX_BODY_BYTES) {
      await reader.cancel()
      return tooLong()
    }
    chunks.push(read.value)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : joined(chunks, length)
}

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

const tooLong = () =>
  fail('SEND_BAD_REQUEST', 'too-long', {
    where: 'the body',
    received: `more than ${MAX_BODY_BYTES / KIB} KiB`,
    expected: `at most ${MAX_BODY_BYTES / KIB} KiB`,
  })

// The parser's own message quotes the payload, so only its position is passed on.
const notJson = (what: string, error: unknown) => {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
  return fail('REC_BAD_REQUEST', 'structure', {
    where: position === undefined ? 'the body' : `the body at character ${position}`,
    received: what,
    expected: 'a message Bundle in JSON',
  })
}
