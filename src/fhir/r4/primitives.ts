import { isNumber } from '../json.ts'
import { isTime, type TimeForm } from '../time.ts'

/** A primitive type of R4: how JSON writes it, and which values it has (FHIR R4 §2.24.0.1). */
export interface Primitive {
  readonly json: 'string' | 'number' | 'boolean'
  readonly is: (value: unknown) => boolean
  /** What a value looks like. */
  readonly inWords: string
}

const text = (inWords: string, form: RegExp): Primitive => ({
  json: 'string',
  is: (value) => typeof value === 'string' && form.test(value),
  inWords,
})

const time = (form: TimeForm, inWords: string): Primitive => ({
  json: 'string',
  is: (value) => isTime(form, value),
  inWords,
})

// What is kept as it was sent, such as 1.0, is an object: it is no whole number.
const whole = (least: number, inWords: string): Primitive => ({
  json: 'number',
  is: (value) => typeof value === 'number' && value >= least && (value | 0) === value,
  inWords,
})

// R4's own pattern means the blanks of ASCII; those of Unicode are letters to it.
const STRING = /^[\t\n\r\x20-\uffff]+$/

// R4's own pattern lets pass what is empty, but nothing in JSON may be.
const URI = /^\S+$/

const UNTIDY = /^$|^\s|\s\s|\s$/

const BASE64 = /^[0-9A-Za-z+/]+={0,2}$/

// R4's own pattern takes time without end; this looks at each character once or twice.
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const digits = value.replaceAll(/\s/g, '')
  return digits.length % 4 === 0 && BASE64.test(digits)
}

const ROWS: Readonly<Record<string, Primitive>> = {
  base64Binary: { json: 'string', is: isBase64, inWords: 'base64' },
  boolean: { json: 'boolean', is: (value) => typeof value === 'boolean', inWords: 'true or false' },
  canonical: text('the URL of a definition', URI),
  code: {
    json: 'string',
    is: (value) => typeof value === 'string' && !UNTIDY.test(value),
    inWords: 'a code, without blanks around it',
  },
  date: time('date', 'a date: 2035-01-15'),
  dateTime: time('dateTime', 'a dateTime: 2035-01-15, or 2035-01-15T09:00:00+00:00 with its zone'),
  decimal: { json: 'number', is: isNumber, inWords: 'a number' },
  id: text('an id: 1 to 64 letters, digits, hyphens and full stops', /^[A-Za-z0-9.-]{1,64}$/),
  instant: time('instant', 'an instant: 2035-01-15T09:00:00+00:00'),
  integer: whole(-(2 ** 31), 'a whole number'),
  markdown: text('a text', STRING),
  oid: text("'urn:oid:' and an OID", /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/),
  positiveInt: whole(1, 'a whole number from 1'),
  string: text('a text', STRING),
  time: text('a time of day: 09:00:00', /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/),
  unsignedInt: whole(0, 'a whole number from 0'),
  uri: text('a URI', URI),
  url: text('a URL', URI),
  uuid: text(
    "'urn:uuid:' and a UUID in small letters",
    /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  ),
  xhtml: text('a <div> of XHTML', /^\s*<div[\s>][\s\S]*<\/div>\s*$/),
}

/** The primitive types of R4, by name. */
export const PRIMITIVES: ReadonlyMap<string, Primitive> = new Map(Object.entries(ROWS))
