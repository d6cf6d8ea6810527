import { decompressed, joined, type ReadBody, readJson, tooLong } from '../bars/body.ts'
import { Failure, fail } from '../bars/failure.ts'
import { LIMITS } from '../bars/limits.ts'

type Bytes = ArrayBuffer | Uint8Array

/** What still holds a body, and the headers that tell of it. */
interface Unread {
  readonly raw: Request
  readonly headers: Headers
}

/** Reads a body of at most 512 KiB, once decompressed, as JSON in UTF-8. */
export const readBody = async ({ raw, headers }: Unread): Promise<ReadBody> => {
  const contentEncoding = headers.get('Content-Encoding') ?? undefined
  const contentLength = headers.get('Content-Length')
  const sent = await readBytes(raw, contentLength, LIMITS.bodyBytes).catch(brokenOff)
  if (sent === undefined) return { json: tooLong() }
  if (sent instanceof Failure) return { json: sent }
  if (contentEncoding === undefined) return readJson(sent)
  const { decompress } = await import('../bars/decompress.ts')
  const bytes = decompressed(sent, contentEncoding, decompress)
  return bytes instanceof Failure ? { json: bytes } : readJson(bytes)
}

// The Sender went away: no defect of ours.
const brokenOff = (): Failure =>
  fail('REC_BAD_REQUEST', 'structure', {
    where: 'the body',
    received: 'a part of it',
    expected: 'all of it',
  })

/** Reads a body; undefined where it is longer than `most` bytes, or says so. */
export const readBytes = async (
  request: Request,
  contentLength: string | null,
  most: number,
): Promise<Bytes | undefined> => {
  const length = Number(contentLength ?? Number.NaN)
  if (!Number.isInteger(length)) return readStream(request, most)
  if (length > most) return undefined

  const bytes = await request.arrayBuffer()
  return bytes.byteLength > most ? undefined : bytes
}

// A body of unknown length is read only as far as it may be long.
const readStream = async (request: Request, most: number): Promise<Uint8Array | undefined> => {
  if (request.body === null) return new Uint8Array()

  const chunks: Uint8Array[] = []
  let length = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > most) {
      // Not awaited: a body that is half of a clone never ends its cancelling.
      void reader.cancel()
      return undefined
    }
    chunks.push(read.value)
  }
  return joined(chunks, length)
}
