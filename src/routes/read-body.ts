import { readJson } from '../bars/body.ts'
import { Failure, fail } from '../bars/failure.ts'
import { LIMITS, MAX_BODY } from '../bars/limits.ts'

type Bytes = ArrayBuffer | Uint8Array

/** Reads a body of at most 512 KiB as JSON in UTF-8; `contentLength` is the header of its request. */
export const readBody = async (
  request: Request,
  contentLength: string | null,
): Promise<unknown | Failure> => {
  const bytes = await readBytes(request, Number(contentLength ?? Number.NaN)).catch(brokenOff)
  return bytes instanceof Failure ? bytes : readJson(bytes)
}

// The Sender went away: no defect of ours.
const brokenOff = (): Failure =>
  fail('REC_BAD_REQUEST', 'structure', {
    where: 'the body',
    received: 'a part of it',
    expected: 'all of it',
  })

const readBytes = async (request: Request, length: number): Promise<Bytes | Failure> => {
  if (!Number.isInteger(length)) return readStream(request)
  if (length > LIMITS.bodyBytes) return tooLong()

  const bytes = await request.arrayBuffer()
  return bytes.byteLength > LIMITS.bodyBytes ? tooLong() : bytes
}

// A body of unknown length is read only as far as it may be long.
const readStream = async (request: Request): Promise<Uint8Array | Failure> => {
  if (request.body === null) return new Uint8Array()

  const chunks: Uint8Array[] = []
  let length = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > LIMITS.bodyBytes) {
      // Not awaited: a body that is half of a clone never ends its cancelling.
      void reader.cancel()
      return tooLong()
    }
    chunks.push(read.value)
  }
  return joined(chunks, length)
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
    received: `more than ${MAX_BODY}`,
    expected: `at most ${MAX_BODY}`,
  })
