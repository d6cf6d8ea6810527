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
  FAMILY,
  'Jane Smith',
  'Smith-Jones',
]

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const SERVICE = new RegExp(`(?<!\\d)(?:${SERVICE_IDS.join('|')}|2000\\d{6})(?!\\d)`, 'g')
const NHS_NUMBER = /\d(?:[\s+-]*\d){9}/
const NAME = new RegExp(`${FAMILY}|Jane|Smith|Jones`, 'i')

/** Whether text holds a name above, or ten digits that are neither of a service nor of a UUID. */
export const holdsPatientData = (text: string): boolean =>
  NAME.test(text) ||
  NHS_NUMBER.test(text.replaceAll(UUID, 'a UUID').replaceAll(SERVICE, 'a service'))

/** Whether text may be an R4 `string`: Unicode with no control character but TAB, CR and LF. */
export const isR4String = (text: string): boolean =>
  text.isWellFormed() && [...text].every((each) => each >= ' ' || '\t\r\n'.includes(each))
