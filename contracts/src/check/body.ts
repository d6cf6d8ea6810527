import { LIMITS, MAX_BODY } from '../../../src/bars/limits.ts'

/** What a body is: JSON, nothing, or something that cannot be read. */
export type Body =
  | { readonly is: 'json'; readonly json: unknown }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly received: string; readonly expected: string }

/** What the body of a message is. */
export const MESSAGE_BODY = 'a message Bundle in JSON'

/** Reads a body: JSON as text, as bytes in UTF-8, or parsed already. */
export const bodyOf = (sent: unknown): Body => {
  if (sent === undefined || sent === null || sent === '') return { is: 'absent' }
  if (sent instanceof Uint8Array) return fromBytes(sent)
  if (typeof sent === 'string') return fromText(sent)
  return isTooLong(written(sent)) ? TOO_LONG : { is: 'json', json: sent }
}

const isTooLong = (text: string): boolean => Buffer.byteLength(text) > LIMITS.bodyBytes

// What is too deep to be written, or leads back to itself, is looked at all the same.
const written = (json: unknown): string => {
  try {
    return JSON.stringify(json) ?? ''
  } catch {
    return ''
  }
}

const fromBytes = (bytes: Uint8Array): Body => {
  if (bytes.byteLength > LIMITS.bodyBytes) return TOO_LONG
  try {
    return bodyOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return unreadable('bytes that are not UTF-8')
  }
}

const fromText = (text: string): Body => {
  if (isTooLong(text)) return TOO_LONG
  try {
    return { is: 'json', json: JSON.parse(text) }
  } catch {
    return unreadable('text that is not JSON')
  }
}

const unreadable = (received: string, expected = MESSAGE_BODY): Body => ({
  is: 'unreadable',
  received,
  expected,
})

const TOO_LONG = unreadable(`more than ${MAX_BODY}`, `at most ${MAX_BODY}`)
