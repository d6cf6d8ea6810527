/** What a body is: JSON, nothing, or something that cannot be read. */
export type Body =
  | { readonly is: 'json'; readonly json: unknown }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly received: string }

/** Reads a body: JSON as text, as bytes in UTF-8, or parsed already. */
export const bodyOf = (sent: unknown): Body => {
  if (sent === undefined || sent === null || sent === '') return { is: 'absent' }
  if (sent instanceof Uint8Array) return fromBytes(sent)
  return typeof sent === 'string' ? fromText(sent) : { is: 'json', json: sent }
}

const fromBytes = (bytes: Uint8Array): Body => {
  try {
    return bodyOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { is: 'unreadable', received: 'bytes that are not UTF-8' }
  }
}

const fromText = (text: string): Body => {
  try {
    return { is: 'json', json: JSON.parse(text) }
  } catch {
    return { is: 'unreadable', received: 'text that is not JSON' }
  }
}
