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
// match within a string does no harm. Looked for from the colons: there are twice as many quotation marks.
const INEXACT = /:(?<="\s*:)\s*-?(?:0\.0{6}|[\d.]{16}|\d+(?:\.\d*0\b|\.?\d*[eE])|(?<=-)0\b(?!\.))/

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
export const isExactNumber = (value: object): boolean =>
  // Such a number has no prototype; asking for that first spares every other object the look-up.
  Object.getPrototypeOf(value) === null && JSON.isRawJSON?.(value) === true
