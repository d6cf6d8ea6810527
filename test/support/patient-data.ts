import { SERVICE_IDS } from '../../src/bars/services.ts'
import { FAMILY } from './request-of.ts'

/** A patient's data, to be planted where it does not belong: no failure may repeat it. */
export const PATIENT_DATA: readonly string[] = [
  '9434765919',
  // The number of most published examples, which fails Modulus 11.
  '3478526985',
  '943 476 5919',
  '943-476-5919',
  '943+476+5919',
  '943.476.5919',
  '943/476/5919',
  '943:476:5919',
  '943_476_5919',
  '1990-01-15',
  '15/01/1990',
  '19900115',
  '1951-2-3',
  '3/2/1951',
  '3.2.51',
  'S m i t h',
  FAMILY,
  'Jane Smith',
  'Smith-Jones',
]

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const SERVICE = new RegExp(
  `(?<!\\d)(?:${SERVICE_IDS.join('|')}|2000\\d{6}|2000\\d*(?=…))(?!\\d)`,
  'g',
)
// What a failure says in place of what it hides.
const LENGTH = /\(\d+ (?:digit|letter)s?\)/g
// The bounds that failures show as an example are no patient's, and neither is a bound of a search.
const TIME = /(?:eq|ne|gt|lt|ge|le|sa|eb|ap)\d{4}-\d\d-\d\d(?:T[\d:.]{5,18}(?:[+-]\d\d:\d\d|Z)?)?/gi
const NUMBER = /\d(?:[^\p{L}\p{N}]{0,3}\d){7}/u
const SHORT_BIRTH = /1951-2-3|3\/2\/1951|3\.2\.51/
const NAME = new RegExp(`${FAMILY}|Jane|Smith|S m i t h|Jones`, 'i')

/** Whether text holds a name above, a birth date above, or eight digits that are of no service, UUID or search. */
export const holdsPatientData = (text: string): boolean => {
  const rest = [UUID, SERVICE, TIME, LENGTH].reduce(
    (left, known) => left.replaceAll(known, 'x'),
    text,
  )
  return NAME.test(text) || NUMBER.test(rest) || SHORT_BIRTH.test(rest)
}

/** Whether text may be an R4 `string`: Unicode with no control character but TAB, CR and LF. */
export const isR4String = (text: string): boolean =>
  text.isWellFormed() && [...text].every((each) => each >= ' ' || '\t\r\n'.includes(each))
