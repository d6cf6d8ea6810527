import { isIn } from '../../bars/applications.ts'
import { SYSTEMS } from '../../bars/code-systems.ts'
import { hasValidCheckDigit } from '../../bars/ids.ts'
import { received } from '../../bars/privacy.ts'
import { sameSystem } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import type { Place } from '../elements.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage, type Rule } from '../rule.ts'
import { VERIFICATION_CODES, VERIFICATION_STATUS } from '../tables/bindings.ts'
import { rankOf } from '../tables/patient.ts'

const PAT_CON = 'RS/BS-PAT-CON'

const STATUS =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus'

const STATUSES: readonly string[] = ['number-present-and-verified', 'number-present-but-not-traced']

/** Checks of the Patient and its NHS numbers, besides the elements that it must have. */
export const PATIENT_CHECKS: readonly Check[] = [
  ofPatients(
    {
      id: 'patient/contact.first-rank',
      severity: 'error',
      source: CLAUSES.patient,
      tag: PAT_CON,
    },
    firstRanks,
  ),
  ofPatients(
    { id: 'patient/telecom', severity: 'error', source: CLAUSES.patient, tag: PAT_CON },
    telecom,
  ),
  ofPatients(
    {
      id: 'patient/birth-sex',
      severity: 'error',
      source: CLAUSES.patient,
      tag: 'RS/BS-PATIENT-SEX',
    },
    birthSex,
  ),
  ofNumbers({ id: 'nhs-number/form', severity: 'error', source: CLAUSES.nhsNumber }, notTenDigits),
  ofNumbers({ id: 'nhs-number/status', severity: 'error', source: CLAUSES.nhsNumber }, wrongStatus),
  ofNumbers(
    { id: 'nhs-number/status.system', severity: 'error', source: CLAUSES.nhsNumber },
    wrongStatusSystem,
  ),
  ofPatients(
    { id: 'nhs-number/system', severity: 'warning', source: CLAUSES.nhsNumber },
    nearSystems,
  ),
  ofNumbers(
    { id: 'nhs-number/status.present', severity: 'warning', source: CLAUSES.nhsNumber },
    noStatus,
  ),
  ofNumbers(
    { id: 'nhs-number/check-digit', severity: 'warning', source: CLAUSES.checkDigit },
    wrongDigit,
  ),
]

function ofPatients(
  rule: Rule,
  find: (patient: PlacedEntry, message: SentMessage) => readonly Fault[],
): Check {
  return ofMessage(rule, (message) =>
    message.of('Patient').flatMap((patient) => find(patient, message)),
  )
}

// Application 8 asks for no contact, and a contact of its own need not be ranked.
function firstRanks({ where, entry }: PlacedEntry, { useCases }: SentMessage): readonly Fault[] {
  if (isIn([8], useCases)) return NOTHING
  const ranks = list(entry.resource, 'contact').map(rankOf)
  const firsts = ranks.filter((rank) => rank === 1).length
  if (firsts === 1 || ranks.every((rank) => rank === undefined)) return NOTHING
  return [
    {
      where: `${where}.contact`,
      expected: 'exactly one contact of rank 1',
      received: String(firsts),
    },
  ]
}

function telecom({ where, entry }: PlacedEntry): readonly Fault[] {
  if (entry.resource['telecom'] === undefined) return NOTHING
  return [
    {
      where: `${where}.telecom`,
      expected: 'absent: how to reach the patient goes in contact',
      received: 'present',
    },
  ]
}

const BIRTH_SEX = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BirthSex'

function birthSex({ where, entry }: PlacedEntry): readonly Fault[] {
  return list(entry.resource, 'extension').flatMap((each, place) =>
    text(each, 'url') === BIRTH_SEX
      ? [
          {
            where: `${where}.extension[${place}]`,
            expected: 'absent: an Observation tells the sex at birth',
            received: 'present',
          },
        ]
      : [],
  )
}

/** A check of each identifier that holds an NHS number. */
function ofNumbers(
  rule: Rule,
  find: (identifier: Place, message: SentMessage) => readonly Fault[],
): Check {
  return ofPatients(rule, ({ where, entry }, message) =>
    list(entry.resource, 'identifier').flatMap((value, place) =>
      sameSystem(text(value, 'system'), SYSTEMS.nhsNumber)
        ? find({ where: `${where}.identifier[${place}]`, value }, message)
        : [],
    ),
  )
}

// As it was sent: a Receiver compares it so.
function isTenDigits(identifier: unknown): boolean {
  const value = member(identifier, 'value')
  return typeof value === 'string' && /^\d{10}$/.test(value)
}

function notTenDigits({ where, value }: Place): readonly Fault[] {
  if (isTenDigits(value)) return NOTHING
  const sent = member(value, 'value')
  // What is of another kind of JSON is told of by R4's own rule.
  if (sent !== undefined && typeof sent !== 'string') return NOTHING
  return [
    {
      where: `${where}.value`,
      expected: 'an NHS number: ten digits, nothing between them',
      received: sent === undefined ? 'absent' : 'another text',
      mend: /^[\d\s-]+$/.test(sent ?? '')
        ? 'the digits alone, without blanks or hyphens'
        : 'a patient without one has no identifier of this system',
    },
  ]
}

function wrongDigit({ where, value }: Place): readonly Fault[] {
  if (!isTenDigits(value) || hasValidCheckDigit(text(value, 'value') ?? '')) return NOTHING
  return [
    {
      where: `${where}.value`,
      expected: 'an NHS number that passes Modulus 11',
      received: 'one that does not',
    },
  ]
}

const statusCodings = (identifier: unknown): readonly unknown[] =>
  list(identifier, 'extension')
    .filter((each) => text(each, 'url') === STATUS)
    .flatMap((each) => list(member(each, 'valueCodeableConcept'), 'coding'))

const statusesOf = (identifier: unknown): readonly string[] =>
  statusCodings(identifier)
    .map((coding) => text(coding, 'code'))
    .filter((code) => code !== undefined)

function wrongStatusSystem({ where, value }: Place): readonly Fault[] {
  if (statusCodings(value).every((each) => isOfStatuses(text(each, 'system')))) return NOTHING
  return [
    {
      where: statusAt(where),
      expected: `codes of ${VERIFICATION_STATUS}`,
      received: 'another system',
    },
  ]
}

const isOfStatuses = (system: string | undefined): boolean =>
  system === undefined || sameSystem(system, VERIFICATION_STATUS)

// A patient whose number is under another system has none, and selects what a patient without does.
function nearSystems({ where, entry }: PlacedEntry): readonly Fault[] {
  return list(entry.resource, 'identifier').flatMap((identifier, place) => {
    const system = text(identifier, 'system') ?? ''
    if (!/nhs-?number/i.test(system) || sameSystem(system, SYSTEMS.nhsNumber)) return []
    return [
      {
        where: `${where}.identifier[${place}].system`,
        expected: SYSTEMS.nhsNumber,
        received: received(system),
        mend: 'under this system it is no NHS number',
      },
    ]
  })
}

// Application 8 has it as MUST, the others as SHOULD.
function noStatus({ where, value }: Place, { useCases }: SentMessage): readonly Fault[] {
  if (statusesOf(value).length > 0) return NOTHING
  return [
    {
      severity: isIn([8], useCases) ? 'error' : 'warning',
      where: statusAt(where),
      expected: STATUSES.join(' or '),
      received: 'absent',
    },
  ]
}

// What is no status at all has a rule of its own: that of the code system.
function wrongStatus({ where, value }: Place): readonly Fault[] {
  return statusesOf(value)
    .filter((status) => !STATUSES.includes(status) && Object.hasOwn(VERIFICATION_CODES, status))
    .map((status) => ({
      where: statusAt(where),
      expected: STATUSES.join(' or '),
      received: received(status),
      mend: 'with any other status the NHS number must not be sent',
    }))
}

const statusAt = (identifier: string): string =>
  `${identifier}.extension(NHSNumberVerificationStatus)`
