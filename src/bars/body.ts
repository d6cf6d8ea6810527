import { isObject, parseExactly } from '../fhir/json.ts'
import { faultInJson } from '../fhir/json-fault.ts'
import { endOfString } from '../fhir/json-places.ts'
import type { decompress } from './decompress.ts'
import { type Failure, fail } from './failure.ts'
import type { Slip } from './headers.ts'
import { LIMITS, MAX_BODY } from './limits.ts'
import { compressionIn } from './media-type.ts'

/** What a body is to be. */
export const MESSAGE_BODY = 'a message Bundle in JSON'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** A body that was read. */
export interface ReadBody {
  /** Its text, where it is one. */
  readonly text?: string
  /** Its JSON, each number as it was sent, or why there is none. */
  readonly json: unknown | Failure
}

/** Reads a body as JSON in UTF-8. */
export function readJson(body: string | ArrayBuffer | Uint8Array): ReadBody {
  if (typeof body === 'string') return readText(body.replace(/^\ufeff/, ''))
  // Bytes are decoded without their byte order mark.
  const text = decode(body)
  return text === undefined
    ? { json: notJson(THE_BODY, notUtf8(new Uint8Array(body))) }
    : readText(text)
}

const readText = (text: string): ReadBody => ({ text, json: parse(text) })

const THE_BODY = 'the body'

function decode(bytes: ArrayBuffer | Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

const UTF16: Slip = {
  received: 'text in UTF-16',
  mend: 'write it in UTF-8: PowerShell needs -Encoding',
}

function notUtf8([first, second]: Uint8Array): Slip {
  const marks = [
    [0xff, 0xfe],
    [0xfe, 0xff],
  ]
  const isUtf16 = marks.some(([a, b]) => first === a && second === b)
  return isUtf16 ? UTF16 : { received: 'bytes that are not UTF-8' }
}

function parse(text: string): unknown {
  if (text.trim() === '') return notJson(THE_BODY, { received: 'nothing' })
  if (text.length > 2 * LIMITS.values && hasTooMany(text)) return tooMany()
  try {
    const json = parseExactly(text)
    return isWithin(json, LIMITS.depth) ? json : tooDeep()
  } catch (error) {
    // The parser's stack ends where numbers are kept exactly; JSON itself may nest deeper.
    if (error instanceof RangeError) return tooDeep()
    return notJson(...placeAndCause(text))
  }
}

function isWithin(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) {
    return depth > 0 && value.every((each) => isWithin(each, depth - 1))
  }
  if (!isObject(value)) return true
  if (depth === 0) return false
  for (const key in value) {
    const each = value[key]
    if (typeof each === 'object' && !isWithin(each, depth - 1)) return false
  }
  return true
}

// A value takes two characters at least, so that a text must be this long to hold too many. Counted
// before the text is parsed: to keep many numbers exactly costs far more (ruling 41).
function hasTooMany(text: string): boolean {
  let values = 1
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code === QUOTE) place = endOfString(text, place)
    else if (code === COMMA && ++values > LIMITS.values) return true
  }
  return false
}

const [QUOTE, COMMA] = [34, 44]

function placeAndCause(text: string): readonly [where: string, cause: Slip] {
  const at = faultInJson(text)
  const where = at === 0 ? THE_BODY : `${THE_BODY} at character ${at}`
  const isForeign = BEGINNINGS.some(({ is }) => is.test(text))
  if (at < text.length || isForeign) return [where, causeAt(text, at)]
  return [where, { received: 'JSON that ends too early', mend: 'was it cut short?' }]
}

interface Cause extends Slip {
  readonly is: RegExp
}

/** What is known to be sent in place of JSON, by how it begins. */
const BEGINNINGS: readonly Cause[] = [
  { is: /^\s*</, received: 'XML, or HTML', mend: 'XML is not spoken here' },
  { is: /^\s*\{\s*'/, received: 'JSON with single quotes', mend: 'write it with a JSON library' },
  { is: /^[\w.-]+=/, received: 'a form', mend: 'send the JSON alone as the body' },
  {
    is: /^b(['"])/,
    received: "bytes as Python shows them, b'…'",
    mend: 'send the bytes, not str() of them',
  },
  { is: /^\S{0,3}\0/, received: UTF16.received, ...(UTF16.mend && { mend: UTF16.mend }) },
]

/** What stands where JSON ends. */
const FAULTS: readonly Cause[] = [
  {
    is: /^\{[^{}"]*\}\}/,
    received: 'a variable that was not filled in, {{…}}',
    mend: 'fill it in before the message is sent',
  },
  {
    is: /^[\u00a0\u2000-\u200b\u2028\u2029\u202f\u3000\ufeff]/,
    received: 'white space that JSON does not know',
    mend: 'a space copied from a page, perhaps',
  },
  {
    is: /^(?:NaN|-?Infinity|undefined)/,
    received: 'a value that JSON does not have',
    mend: 'leave the element out',
  },
  { is: /^\/[/*]/, received: 'a comment', mend: 'JSON has none' },
  { is: /^'/, received: 'a single quote', mend: 'JSON has double ones' },
]

function causeAt(text: string, at: number): Slip {
  const rest = text.slice(at)
  const before = text.slice(0, at).trimEnd()
  const isComma = before.endsWith(',') && /^\s*[}\]]/.test(rest)
  if (isComma) return { received: 'a comma before the end of a list or an object' }
  const found = BEGINNINGS.find(({ is }) => is.test(text)) ?? FAULTS.find(({ is }) => is.test(rest))
  if (found === undefined) return { received: 'text that is not JSON' }
  return { received: found.received, ...(found.mend && { mend: found.mend }) }
}

const notJson = (where: string, cause: Slip) =>
  fail('REC_BAD_REQUEST', 'structure', { where, expected: MESSAGE_BODY, ...cause })

/** The failure of a body that nests too deeply: only an attack or a defect does. */
export const tooDeep = (): Failure =>
  fail('REC_BAD_REQUEST', 'structure', {
    where: 'Bundle',
    received: 'JSON nested too deeply',
    expected: `at most ${LIMITS.depth} levels`,
  })

const tooMany = (): Failure =>
  fail('REC_UNPROCESSABLE_ENTITY', 'too-costly', {
    where: THE_BODY,
    received: `more than ${LIMITS.values} values`,
    expected: `at most ${LIMITS.values}`,
  })

/** The failure of a body that is longer than any message. */
export const tooLong = (): Failure =>
  fail('SEND_BAD_REQUEST', 'too-long', {
    where: 'the body',
    received: `more than ${MAX_BODY}`,
    expected: `at most ${MAX_BODY}`,
  })

/** Joins the parts of a body that came, or was decompressed, piece by piece. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return bytes
}

/** A body as it was before its Content-Encoding; decompressed only as far as a body may be long. */
export function decompressed<Bytes extends ArrayBuffer | Uint8Array>(
  sent: Bytes,
  contentEncoding: string | undefined,
  unpack: typeof decompress,
): Bytes | Uint8Array | Failure {
  const compression = contentEncoding === undefined ? undefined : compressionIn(contentEncoding)
  if (compression === undefined) return sent
  try {
    const parts = unpack(new Uint8Array(sent), LIMITS.bodyBytes)
    const length = parts.reduce((sum, part) => sum + part.byteLength, 0)
    return length > LIMITS.bodyBytes ? tooLong() : joined(parts, length)
  } catch {
    return notJson(THE_BODY, { received: `bytes that are not ${compression}` })
  }
}
