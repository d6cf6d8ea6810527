import { CODES, isResourceType } from '../fhir/coding.ts'
import { isNumber, shortString } from '../fhir/json.ts'
import { CATEGORIES, MESSAGE_EVENTS, SERVICE_SYSTEMS, SYSTEMS, USE_CASES } from './code-systems.ts'
import { isServiceId } from './services.ts'

/** Words of headers and queries that no table of ours has: media types, addresses, searches. */
const OTHER_WORDS = [
  'application text image audio video multipart form data www urlencoded octet stream',
  'fhir json xml html plain turtle ttl rdf csv pdf ndjson javascript',
  'version charset boundary q utf iso us ascii windows gzip br deflate compress zstd identity',
  'http https urn uuid oid org com net hl terminology local localhost ods organization',
  'eq ne gt lt ge le sa eb ap z fail tests new update delete',
  'schedule actor healthcareservice _include null undefined true false',
  'male female other unknown',
  'planned arrived triaged in progress onleave finished completed draft active on hold revoked proposed',
  'pending booked fulfilled cancelled noshow waitlist entered error inactive suspended free busy',
  'number present and verified but not traced trace required',
]

const CODE_WORDS = [
  ...Object.values(CODES).flat(),
  ...Object.values(SYSTEMS),
  ...Object.keys(USE_CASES),
  ...Object.keys(CATEGORIES),
  ...SERVICE_SYSTEMS,
  ...MESSAGE_EVENTS,
]

const WORDS: ReadonlySet<string> = new Set(
  [...OTHER_WORDS, ...CODE_WORDS].flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []),
)

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

// The form of all DoS service ids that are published, but for two; no NHS number begins so.
const SERVICE = String.raw`(?<!\p{Nd})2000\d{6}(?!\p{Nd})`

// An NHS number is ten digits and a date six at least, whatever parts them: `1951-2-3`, `3/2/51`.
const NUMBER = String.raw`\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){5,}|\p{Nd}{1,4}(?<parting>[/.-])\p{Nd}{1,2}\k<parting>\p{Nd}{1,4}`

// The version of a media type, and no date: its outer parts are of one digit, or the one between is 0.
const VERSION = String.raw`(?<![\p{L}\p{Nd}./-])(?:\p{Nd}\.\p{Nd}{1,2}\.\p{Nd}|\p{Nd}{1,2}\.0\.\p{Nd}{1,2})(?![\p{L}\p{Nd}./-])`

// The simulator's test targets, as `NHS0001-418`.
const TEST_TARGET = String.raw`(?<![\p{L}\p{Nd}])NHS0001(?:-\d{3})?(?![\p{L}\p{Nd}-])`

// A name whose letters are parted: `Z e b u l o n`.
const SPELT = String.raw`(?<![\p{L}\p{M}])\p{L}(?:[^\p{L}\p{Nd}]{1,3}\p{L}(?![\p{L}\p{M}])){3,}`

const WORD = String.raw`\p{L}[\p{L}\p{M}]*`

const KEPT = [UUID.source, SERVICE, VERSION, TEST_TARGET].join('|')

let parts: RegExp | undefined

// Made by the first that quotes something: to read the letters of all scripts takes a tenth of a start.
const partsOfText = (): RegExp => {
  parts ??= new RegExp(`(${KEPT})|(${NUMBER})|${SPELT}|${WORD}`, 'giu')
  return parts
}

/**
 * Text with its long numbers and its words told by their length alone, where they could be a patient's:
 * all but UUIDs, the ids of services and test targets, versions and the words of the standard itself.
 */
const withoutPatientData = (text: string): string =>
  text.replaceAll(partsOfText(), (found, kept: string | undefined, number: string | undefined) => {
    if (kept !== undefined) return kept
    if (number !== undefined) return inLength(number, 'digit')
    return isHarmless(found) ? found : inLength(found, 'letter')
  })

// A single letter is part of a code, such as an ODS code; but not in every script.
const isHarmless = (word: string): boolean => /^[a-z]$/i.test(word) || WORDS.has(word.toLowerCase())

const inLength = (found: string, unit: 'digit' | 'letter'): string => {
  const count = found.match(unit === 'digit' ? /\p{Nd}/gu : /\p{L}/gu)?.length ?? 0
  return `(${count} ${unit}${count === 1 ? '' : 's'})`
}

/** What of a message is shown, but for what of it may be a patient's: a code, an id, a reference, a URL. */
const SHOWN =
  /^(?:[A-Za-z][A-Za-z-]{0,40}|(?:urn:uuid:|[A-Za-z]{1,40}\/)?[0-9a-f-]{36}|https?:\/\/[\w./:|-]{1,120})$/i

// A time of days to come; an earlier one may be of a birth (ruling 35).
const TIME = /^20[2-9]\d-\d\d-\d\dT[\d:.+Z-]{0,30}$/

// A UUID first: its hyphens and digits may be those of an NHS number.
const UUID_OR_TEN_DIGITS = new RegExp(`(${UUID.source})|(?<!\\d)\\d(?:[ -]?\\d){9}(?!\\d)`, 'gi')

/** Hides every number that could be a patient's NHS number. */
export const withoutNhsNumbers = (
  text: string,
  isShown: (number: string) => boolean = isServiceId,
): string =>
  text.replace(UUID_OR_TEN_DIGITS, (found, uuid: string | undefined) =>
    uuid !== undefined || isShown(found) ? found : '**********',
  )

/** The type of a resource as a finding may tell it: what is none of R4 may be a patient's. */
export const shownType = (type: string): string =>
  isResourceType(type) ? type : 'resource of no type of R4'

/** What a message has in a place, as a finding may tell it. */
export function received(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'absent'
  if (typeof value === 'string') {
    if (TIME.test(value)) return value
    return SHOWN.test(value) ? withoutPatientData(value) : 'another text'
  }
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return 'a number'
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object'
}

/** What came in place of a UUID: its form and never its text, which may be an NHS number or a name. */
export const insteadOfUuid = (value: string): string => {
  if (/\{\{.*\}\}/.test(value)) return 'a variable that was not filled in, {{…}}'
  if (/^[^,]+,\s*[^,]+$/.test(value)) return 'two values, or two headers of that name'
  const length = [...value].length
  if (/^[0-9a-f]{32}$/i.test(value)) return 'a UUID without its hyphens'
  if (/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.test(value)) {
    return `a UUID among ${length} characters`
  }
  return length === 1 ? '1 character that is no UUID' : `${length} characters that are no UUID`
}

/** A header or parameter as received, quoted and cut short, without what could be a patient's. */
export const quoted = (value: string): string => `'${shortString(withoutPatientData(value))}'`

// A bound of a search asks about days to come; an earlier day may be of a birth (ruling 35).
const TIME_TO_COME =
  /^(?:eq|ne|gt|lt|ge|le|sa|eb|ap)?20[2-9]\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+\s-]\d\d(?::?\d\d)?)$/

/** A bound of a search as received: repeated where it is an instant of 2020 or later, else its form. */
export const quotedBound = (value: string): string =>
  TIME_TO_COME.test(value) ? `'${value}'` : formOf(value)

function formOf(value: string): string {
  const [, prefix = '', rest = ''] = /^([a-z]{2})?(.*)$/su.exec(value) ?? []
  const said = prefix === '' ? '' : ` after ${quoted(prefix)}`
  if (/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(rest)) return `a time without a zone${said}`
  if (/^\d{4}-\d\d-\d\dT/.test(rest)) return `a time of another form${said}`
  if (/^\d{4}(?:-\d\d){0,2}$/.test(rest)) return `a day without a time${said}`
  return quoted(value)
}
