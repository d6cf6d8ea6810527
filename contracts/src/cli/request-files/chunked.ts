import { CannotRead } from './shown-request.ts'

/** Whether headers say that the body comes in chunks. */
export const isChunked = (headers: readonly (readonly [name: string, value: string])[]): boolean =>
  headers.some(
    ([name, value]) => name.toLowerCase() === 'transfer-encoding' && /\bchunked\b/i.test(value),
  )

const [LINE_FEED, RETURN] = [10, 13]

/**
 * The body that chunks hold (RFC 9112 §7.1). What does not begin with the size of one was put together
 * by the tool that wrote it down.
 * @throws CannotRead where they break off.
 */
export const unchunked = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const chunks: Uint8Array[] = []
  let place = 0
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, place)
    const line = new TextDecoder('latin1').decode(bytes.subarray(place, end < 0 ? undefined : end))
    const [, size] = /^([0-9a-f]{1,8})(?:;.*)?\s*$/i.exec(line) ?? []
    if (size === undefined) {
      if (chunks.length === 0) return bytes
      throw new CannotRead(`Its body is in chunks, of which the ${chunks.length + 1}. has no size.`)
    }
    const length = Number.parseInt(size, 16)
    if (length === 0) return Uint8Array.from(Buffer.concat(chunks))
    const start = end + 1
    if (end < 0 || start + length > bytes.length) {
      throw new CannotRead('Its body is in chunks, and ends before the last of them.')
    }
    chunks.push(bytes.subarray(start, start + length))
    place = afterLine(bytes, start + length)
  }
}

const afterLine = (bytes: Uint8Array, place: number): number => {
  const next = bytes[place] === RETURN ? place + 1 : place
  return bytes[next] === LINE_FEED ? next + 1 : next
}
