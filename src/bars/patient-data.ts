import { CODES } from '../fhir/codes.ts'
import { CATEGORIES, MESSAGE_EVENTS, SERVICE_SYSTEMS, SYSTEMS, USE_CASES } from './code-systems.ts'

/** Words of headers and queries that no table of ours has: media types, addresses, searches. */
const OTHER_WORDS = [
  'application text image audio video multipart form data www urlencoded octet stream',
  'fhir json xml html plain turtle ttl rdf csv pdf ndjson javascript',
  'version charset boundary q utf iso us ascii windows gzip br deflate compress zstd identity',
  'http https urn uuid oid org hl terminology local localhost ods organization',
  'eq ne gt lt ge le sa eb ap z fail tests new update delete',
  'schedule actor healthcareservice _include null undefined true false',
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

const UUID = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/

// An NHS number is ten digits, often parted by spaces or hyphens; a space may have become a `+`.
const NUMBER = /(\p{Nd}(?:[\s+\p{Pd}\p{Cf}]*\p{Nd}){9,})/u

const WORD = /\p{L}[\p{L}\p{M}]*/u

const PARTS = new RegExp(`${UUID.source}|${NUMBER.source}|${WORD.source}`, 'giu')

// The form of all DoS service ids that are published, but for two; no NHS number begins so.
const DOS_SERVICE = /^2000\d{6}$/

/**
 * Text with its long numbers and its words told by their length alone, where they could be a patient's:
 * all but UUIDs, the ids of services and the words that the standard itself uses.
 */
export const withoutPatientData = (text: string): string =>
  text.replaceAll(PARTS, (found, uuid: string | undefined, number: string | undefined) => {
    if (uuid !== undefined) return uuid
    if (number !== undefined) return DOS_SERVICE.test(number) ? number : inLength(number, 'digit')
    return isHarmless(found) ? found : inLength(found, 'letter')
  })

// A single letter is part of a code, such as an ODS code; but not in every script.
const isHarmless = (word: string): boolean => /^[a-z]$/i.test(word) || WORDS.has(word.toLowerCase())

const inLength = (found: string, unit: 'digit' | 'letter'): string => {
  const count = found.match(unit === 'digit' ? /\p{Nd}/gu : /\p{L}/gu)?.length ?? 0
  return `(${count} ${unit}${count === 1 ? '' : 's'})`
}
