import { type Failure, fail } from '../bars/failure.ts'
import { LIMITS, MAX_BODY } from '../bars/limits.ts'

type Bytes = ArrayBuffer | Uint8Array

/** Reads a body of at most 512 KiB. */
export const readBytes = async (
  request: Request,
  contentLength: string | null,
): Promise<Bytes | Failure> => {
  try {
    return await readAll(request, Number(contentLength ?? Number.NaN))
  } catch {
    // The Sender went away: no defect of ours.
    return fail('REC_BAD_REQUEST', 'structure', {
      where: 'the body',
      received: 'a part of it',
      expected: 'all of it',
    })
  }
}

const readAll = async (request: Request, length: number): Promise<Bytes | Failure> => {
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
