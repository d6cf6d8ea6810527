declare global {
  interface JSON {
    /** Makes a value that JSON.stringify writes as this text. Absent from Node before 22. */
    rawJSON?: (text: string) => object
    isRawJSON?: (value: unknown) => boolean
  }
}

// A number that JavaScript would write otherwise than it was sent: trailing zeros, an exponent, or
// more digits than it holds. A match within a string does no harm.
const INEXACT = /-?\d+(?:\.\d*0\b|\.?\d*[eE]|\d{15}|\.\d{15})/y

/** Parses JSON so that each number is written again as it was sent (FHIR R4 §2.24.0.1, precision). */
export const parseExactly = (text: string): unknown =>
  hasInexact(text) && JSON.rawJSON !== undefined ? JSON.parse(text, keepNumber) : JSON.parse(text)

const [SPACE, QUOTE, MINUS, NINE] = [0x20, 0x22, 0x2d, 0x39]

// From colon to colon, not one expression over the text: that costs ten times as much. Numbers in
// lists are passed over, for R4 has no list of decimals.
const hasInexact = (text: string): boolean => {
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const value = pastSpace(text, colon, 1)
    const first = text.charCodeAt(value)
    if (first < MINUS || first > NINE) continue
    // A colon within a string, as in a URL, comes after no name.
    if (text.charCodeAt(pastSpace(text, colon, -1)) !== QUOTE) continue
    INEXACT.lastIndex = value
    if (INEXACT.test(text)) return true
  }
  return false
}

/** The place nearest to `from`, forwards or backwards, where there is no white space. */
const pastSpace = (text: string, from: number, step: 1 | -1): number => {
  let at = from + step
  while (text.charCodeAt(at) <= SPACE) at += step
  return at
}

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
export const isExactNumber = (value: object): boolean =>
  // Such a number has no prototype; asking for that first spares every other object the look-up.
  Object.getPrototypeOf(value) === null && JSON.isRawJSON?.(value) === true
