// Every pattern matches a whole text and means the same in Rust, Java, .NET and JavaScript: no
// inline flags, no \A, no \z.

const UUID_TEXT = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}'
const INSTANT_TEXT = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:\.[0-9]+)?(?:Z|[+-][0-9:]{5})`

/** The parts that other patterns are made of. */
export const PARTS = { uuid: UUID_TEXT, instant: INSTANT_TEXT } as const

export const UUID = `^${UUID_TEXT}$`

/** Base64 of a JSON object: the brace that it begins with shows in the first two characters. */
export const BASE64_OBJECT = '^e[wy][A-Za-z0-9+/]+={0,2}$'

/** FHIR JSON, with whatever parameters. */
export const FHIR_JSON_TYPE = String.raw`^application/fhir\+json(?:\s*;.*)?$`

/** A code of the use cases of BaRS. */
export const USE_CASE = '^(?:a[0-9]{1,2}t[0-9]{1,2}|referraltopharmacy)$'

/** `use-context`: use case, category or status, event and reason. */
export const USE_CONTEXT = String.raw`^[a-z0-9-]+(?:\|[a-z-]+){3}$`

/** Any text that is not blank, in however many lines. */
export const NOT_BLANK = String.raw`^[\s\S]*\S[\s\S]*$`

/** Text as a pattern that matches it alone. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One of these texts. */
export const oneOf = (texts: readonly string[]): string => `^(?:${texts.map(escaped).join('|')})$`

/** Any text but these. */
export const noneOf = (texts: readonly string[]): string =>
  `^(?!(?:${texts.map(escaped).join('|')})$).*`

/**
 * Base64 with that text anywhere inside, whatever stands before it: one alternative for each way
 * that it can lie across the groups of three bytes, without the characters shared with neighbours.
 */
export const base64With = (text: string): string => {
  const alternatives = [0, 1, 2].map((offset) => escaped(inBase64(text, offset)))
  return `^[A-Za-z0-9+/]*(?:${alternatives.join('|')})[A-Za-z0-9+/]*={0,2}$`
}

const inBase64 = (text: string, offset: number): string => {
  const bytes = '\0'.repeat(offset) + text
  const written = btoa(bytes).replace(/=+$/, '')
  const isShared = bytes.length % 3 !== 0
  return written.slice([0, 2, 3][offset], isShared ? -1 : undefined)
}
