/** Any JSON. Who has a copy may change it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A copy of a value as the JSON that it is written as: members that are undefined are gone. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

/** A JSON object whose members are not yet trusted. */
export type JsonObject = { readonly [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

/** Whether a value is a number, kept as it was sent or not. */
export const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && isExactNumber(value))

/** The member `key` of `value`, or undefined where `value` has none: reading never throws. */
export const member = (value: unknown, key: string): unknown =>
  isObject(value) ? value[key] : undefined

/** The string at `key`, trimmed; undefined for anything else and for the empty string. */
export const text = (value: unknown, key: string): string | undefined => {
  const found = member(value, key)
  return typeof found === 'string' ? found.trim() || undefined : undefined
}

/** The items at `key`. A lone object counts as a list of one: Senders write both. */
export const list = (value: unknown, key: string): readonly unknown[] => {
  const found = member(value, key)
  if (Array.isArray(found)) return found
  return isObject(found) ? [found] : []
}

declare global {
  interface JSON {
    /** Makes a value that JSON.stringify writes as this text. Absent from Node before 22. */
    rawJSON?: (text: string) => object
    isRawJSON?: (value: unknown) => boolean
  }
}

// A number that JavaScript would write otherwise than it was sent: minus zero, trailing zeros, an
// exponent, less than a millionth, or more digits than it holds. Some that it would not are caught too,
// and written as sent all the same. Numbers in lists are passed over, for R4 has no list of decimals; a
// match within a string does no harm. From the quotation mark on: to look back from each colon takes longer.
const INEXACT = /"\s*:\s*-?(?:0\.0{6}|[\d.]{16}|\d+(?:\.\d*0\b|\.?\d*[eE])|(?<=-)0\b(?!\.))/

/** Parses JSON so that each number is written again as it was sent (FHIR R4 §2.24.0.1, precision). */
export const parseExactly = (text: string): unknown =>
  INEXACT.test(text) && JSON.rawJSON !== undefined ? JSON.parse(text, keepNumber) : JSON.parse(text)

const keepNumber = (
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown => {
  const { source } = context ?? {}
  return typeof value === 'number' && source !== undefined && String(value) !== source
    ? JSON.rawJSON?.(source)
    : value
}

/** Whether `parseExactly` kept a number here as it was sent: it is an object, and means a number. */
const isExactNumber = (value: object): boolean =>
  // Such a number has no prototype; asking for that first spares every other object the look-up.
  Object.getPrototypeOf(value) === null && JSON.isRawJSON?.(value) === true

const MOST = 60

/** Text cut short and fit for an R4 `string`, which holds Unicode without control characters. */
export const shortString = (text: string): string => {
  // A character is two UTF-16 units at most, so no more is looked at than may be kept.
  const characters = [...text.slice(0, 2 * (MOST + 1)).toWellFormed()]
  const kept = characters
    .slice(0, MOST)
    .join('')
    .replaceAll(/\p{Cc}/gu, '\ufffd')
  return characters.length > MOST ? `${kept}…` : kept
}
