import { Decompress } from 'fflate/browser'

// No more than a mebibyte comes of it, so that a small body which unfolds to gigabytes is found out.
// The runtime's own DecompressionStream takes all that it is given before anything is read of it.
const SLICE_BYTES = 1024

/**
 * Decompresses gzip or deflate, until more than so many bytes have come of it. In a file of its own, for
 * the Worker loads it with the first body that needs it: fflate makes tables when it is loaded.
 * @throws what is neither.
 */
export function decompress(bytes: Uint8Array, most: number): readonly Uint8Array[] {
  const parts: Uint8Array[] = []
  let length = 0
  // It tells the formats apart: some clients send bare deflate for what RFC 9110 means by the word.
  const stream = new Decompress((part) => {
    length += part.byteLength
    parts.push(part)
  })
  for (let at = 0; at < bytes.length && length <= most; at += SLICE_BYTES) {
    const end = at + SLICE_BYTES
    stream.push(bytes.subarray(at, end), end >= bytes.length)
  }
  return parts
}
