import { SYSTEMS } from '../../../../src/bars/code-systems.ts'
import { hasValidCheckDigit } from '../../../../src/bars/nhs-number.ts'
import { sameSystem } from '../../../../src/fhir/coding.ts'
import { list, member, text } from '../../../../src/fhir/json.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import type { Place } from '../places.ts'
import { received } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'
import { patientsOf } from './patient.ts'

/** A rule for each NHS number of a message. */
const ofNumbers = (
  find: (identifier: Place) => readonly Finding[],
  rest: Omit<Rule, 'find'>,
): Rule => ({ ...rest, find: (request) => numbersOf(request).flatMap(find) })

/** Rules for NHS numbers. */
export const NHS_NUMBER_RULES: readonly Rule[] = [
  ofNumbers((identifier) => notTenDigits(identifier), { source: CLAUSES.nhsNumber }),
  ofNumbers((identifier) => wrongStatus(identifier), { source: CLAUSES.nhsNumber }),
  ofNumbers((identifier) => noStatus(identifier), { source: CLAUSES.nhsNumber, isWarning: true }),
  ofNumbers((identifier) => wrongDigit(identifier), {
    source: CLAUSES.checkDigit,
    isWarning: true,
  }),
]

const numbersOf = ({ message }: CheckedRequest): readonly Place[] =>
  patientsOf(message).flatMap(({ where, entry }) =>
    list(entry.resource, 'identifier')
      .map((value, place) => ({ where: `${where}.identifier[${place}]`, value }))
      .filter(({ value }) => sameSystem(text(value, 'system'), SYSTEMS.nhsNumber)),
  )

const isTenDigits = (value: unknown): boolean => /^\d{10}$/.test(text(value, 'value') ?? '')

const notTenDigits = ({ where, value }: Place): readonly Finding[] =>
  isTenDigits(value)
    ? []
    : [
        {
          where: `${where}.value`,
          expected: 'an NHS number: ten digits, nothing between them',
          received: text(value, 'value') === undefined ? 'absent' : 'another text',
          mend: 'a patient without one has no identifier of this system',
        },
      ]

const wrongDigit = ({ where, value }: Place): readonly Finding[] =>
  isTenDigits(value) && !hasValidCheckDigit(text(value, 'value') ?? '')
    ? [
        {
          where: `${where}.value`,
          expected: 'an NHS number that passes Modulus 11',
          received: 'one that does not',
        },
      ]
    : []

const STATUS =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus'

const ALLOWED = ['number-present-and-verified', 'number-present-but-not-traced'] as const

const statusesOf = (identifier: unknown): readonly string[] =>
  list(identifier, 'extension')
    .filter((each) => text(each, 'url') === STATUS)
    .flatMap((each) => list(member(each, 'valueCodeableConcept'), 'coding'))
    .map((coding) => text(coding, 'code'))
    .filter((code) => code !== undefined)

const noStatus = ({ where, value }: Place): readonly Finding[] =>
  statusesOf(value).length === 0
    ? [
        {
          where: `${where}.extension(NHSNumberVerificationStatus)`,
          expected: ALLOWED.join(' or '),
          received: 'absent',
        },
      ]
    : []

const wrongStatus = ({ where, value }: Place): readonly Finding[] =>
  statusesOf(value)
    .filter((status) => !ALLOWED.some((each) => each === status))
    .map((status) => ({
      where: `${where}.extension(NHSNumberVerificationStatus)`,
      expected: ALLOWED.join(' or '),
      received: received(status),
      mend: 'with any other status the NHS number must not be sent',
    }))
