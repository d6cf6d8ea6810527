import { sameSystem } from '../fhir/coding.ts'
import { readToken, type SearchParameters, valuesOf } from '../fhir/search.ts'
import { DAY, isInCalendar } from '../fhir/time.ts'
import { SYSTEMS } from './code-systems.ts'
import { Failure } from './failure.ts'
import { digitsOf, isUuid } from './ids.ts'
import { listedItems, missingParameter, wrongParameter } from './parameters.ts'
import { insteadOfUuid, quoted } from './privacy.ts'

/** A person as a search names one whose NHS number is not known (BaRS Core 1.3). */
export interface Person {
  readonly name: string
  /** YYYY-MM-DD. */
  readonly birthDate: string
  readonly postalCode: string
}

/** A search for what a Receiver holds of a patient, or under an id: one of these at least. */
export interface PatientSearch {
  /** In small letters. */
  readonly id: string | undefined
  readonly nhsNumber: string | undefined
  /** Not looked at beside an NHS number, which tells the patient by itself. */
  readonly person: Person | undefined
}

/** The parameters that name a patient. */
export const PATIENT_PARAMETERS = {
  nhsNumber: 'patient:identifier',
  name: 'patient:name',
  birthDate: 'patient:birthdate',
  postalCode: 'patient:address-postalcode',
} as const

const { nhsNumber: NUMBER, ...PERSON } = PATIENT_PARAMETERS
const TOGETHER = `${PERSON.name}, ${PERSON.birthDate} and ${PERSON.postalCode} together`

/** Reads the parameters of GET /Appointment and GET /ServiceRequest, or says what is missing or wrong. */
export function readPatientSearch(parameters: SearchParameters): PatientSearch | Failure {
  const id = readId(parameters)
  if (id instanceof Failure) return id
  const nhsNumber = readNhsNumber(parameters)
  if (nhsNumber instanceof Failure) return nhsNumber
  const person = nhsNumber === undefined ? readPerson(parameters) : undefined
  if (person instanceof Failure) return person
  if ((id ?? nhsNumber ?? person) !== undefined) return { id, nhsNumber, person }
  const expected = `${SYSTEMS.nhsNumber}|<NHS number>, or else ${TOGETHER}, or _id`
  return missingParameter(NUMBER, parameters, expected)
}

function readId(parameters: SearchParameters): string | undefined | Failure {
  const [id, second] = new Set(listedItems(valuesOf(parameters, '_id')))
  if (id === undefined) return undefined
  if (second !== undefined) return wrongParameter('value', '_id', 'two different ids', 'one UUID')
  return isUuid(id) ? id.toLowerCase() : wrongParameter('value', '_id', insteadOfUuid(id), 'a UUID')
}

function readNhsNumber(parameters: SearchParameters): string | undefined | Failure {
  const expected = `${SYSTEMS.nhsNumber}|<ten digits>`
  const wrong = (received: string) => wrongParameter('value', NUMBER, received, expected)
  const sent = listedItems(valuesOf(parameters, NUMBER)).map(readToken)
  const foreign = sent.find(
    ({ system }) => system !== undefined && !sameSystem(system, SYSTEMS.nhsNumber),
  )
  if (foreign !== undefined) return wrong(`a value of system ${quoted(foreign.system ?? '')}`)
  const [number, second] = new Set(sent.map(({ value }) => digitsOf(value)))
  if (number === undefined || (second === undefined && /^\d{10}$/.test(number))) return number
  return wrong(second === undefined ? 'a value that is not of ten digits' : 'two different numbers')
}

function readPerson(parameters: SearchParameters): Person | undefined | Failure {
  const names = Object.values(PERSON)
  const sent = new Map(names.flatMap((name) => valuesOf(parameters, name).map((v) => [name, v])))
  if (sent.size === 0) return undefined
  const missing = names.find((name) => !sent.has(name))
  if (missing !== undefined) return missingParameter(missing, parameters, TOGETHER)
  const birthDate = readBirthDate(sent.get(PERSON.birthDate) ?? '')
  if (birthDate === undefined) {
    return wrongParameter('value', PERSON.birthDate, 'no date', 'YYYY-MM-DD')
  }
  const [name = '', postalCode = ''] = [sent.get(PERSON.name), sent.get(PERSON.postalCode)]
  return { name, birthDate, postalCode }
}

const ISO_DATE = new RegExp(`^(?:eq)?(${DAY})$`)

// The API's own example has day, month and year between slashes.
const BRITISH_DATE = /^(?:eq)?(\d\d)\/(\d\d)\/(\d{4})$/

function readBirthDate(sent: string): string | undefined {
  const iso = sent.replace(BRITISH_DATE, '$3-$2-$1')
  const [, date] = ISO_DATE.exec(iso) ?? []
  return date !== undefined && isInCalendar(date) ? date : undefined
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s,]+/g, ' ')
    .trim()

/** Whether a search names a person: each word of its name begins one of theirs. */
export function isNamed(
  sent: Person,
  known: Omit<Person, 'name'> & { readonly given: string; readonly family: string },
): boolean {
  const names = [known.given, known.family].map(plain)
  const words = plain(sent.name).split(' ')
  return (
    words.every((word) => names.some((name) => name.startsWith(word))) &&
    sent.birthDate === known.birthDate &&
    plain(sent.postalCode).replaceAll(' ', '') === plain(known.postalCode).replaceAll(' ', '')
  )
}
