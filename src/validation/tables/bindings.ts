import { SERVICE_SYSTEMS, SYSTEMS } from '../../bars/code-systems.ts'
import { sameSystem } from '../../fhir/coding.ts'
import { list, member, text } from '../../fhir/json.ts'
import { BOOKINGS, CANCELS, FULL, INTERIM, REQUESTS } from '../due.ts'
import type { Codes } from './bars-codes.ts'
import { type ElementRow, type ElementTable, either, when } from './rows.ts'

const BARS = 'https://fhir.nhs.uk/CodeSystem'
const SNOMED = 'http://snomed.info/sct'
const HL7 = 'http://terminology.hl7.org/CodeSystem'

/** The system of the codes that say how an NHS number was traced. */
export const VERIFICATION_STATUS =
  'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus'

/** Its codes; what most are called no message published with the standard shows. */
export const VERIFICATION_CODES: Codes = {
  'number-present-and-verified': 'Number present and verified',
  'number-present-but-not-traced': 'Number present but not traced',
  'trace-required': null,
  'trace-attempted': null,
  'trace-needs-to-be-resolved': null,
  'trace-in-progress': null,
  'number-not-present-and-trace-not-required': null,
  'trace-postponed': null,
  'number-present-and-traced-using-welsh-nhs-ar': null,
}

/** What they were before, in the NHS Data Dictionary. */
export const OLDER_STATUSES: Readonly<Record<string, string>> = {
  '01': 'number-present-and-verified',
  '02': 'number-present-but-not-traced',
  '03': 'trace-required',
  '04': 'trace-attempted',
  '05': 'trace-needs-to-be-resolved',
  '06': 'trace-in-progress',
  '07': 'number-not-present-and-trace-not-required',
  '08': 'trace-postponed',
}

/** An element whose value the guide or a profile of BaRS fixes. */
const fixed = (path: string, ...values: readonly string[]): ElementRow => ({
  path,
  expected: values.map((value) => `'${value}'`).join(' or '),
  is: (value) => values.some((each) => each === value),
})

const isIn = (coding: unknown, system: string, codes: readonly string[]): boolean => {
  const code = text(coding, 'code') ?? ''
  return sameSystem(text(coding, 'system'), system) && (codes.length === 0 || codes.includes(code))
}

const inWords = (system: string, codes: readonly string[]): string =>
  codes.length === 0 ? `a code of ${system}` : codes.map((code) => `${system}|${code}`).join(' or ')

/** A CodeableConcept, or a list of them, one coding of which is of a system, and one of its codes. */
const holds = (path: string, system: string, ...codes: readonly string[]): ElementRow => ({
  path,
  expected: `a coding: ${inWords(system, codes)}`,
  is: (value) =>
    list({ value }, 'value')
      .flatMap((concept) => list(concept, 'coding'))
      .some((coding) => isIn(coding, system, codes)),
})

/** A Coding of a system, and one of its codes. */
const isCoding = (path: string, system: string, ...codes: readonly string[]): ElementRow => ({
  path,
  expected: inWords(system, codes),
  is: (value) => isIn(value, system, codes),
})

/** Identifiers, one of which names a service. */
const service = (path: string): ElementRow => ({
  path,
  expected: `an identifier of system ${SYSTEMS.dosService}`,
  is: (value) =>
    list({ value }, 'value').some((each) =>
      SERVICE_SYSTEMS.some((system) => sameSystem(text(each, 'system'), system)),
    ),
})

/** A list of one. */
const one = (path: string, of: string): ElementRow => ({
  path,
  expected: `one ${of}`,
  is: (value) => !Array.isArray(value) || value.length === 1,
})

/** What a Flag's code is of, by its category. */
const FLAG_CODES: Readonly<Record<string, string>> = {
  SS: `${BARS}/scene-safety-codes-bars`,
  SG: `${BARS}/safeguarding-codes-bars`,
  RA: `${BARS}/reasonable-adjustment-codes-bars`,
}

const FLAG_CATEGORY = `${BARS}/flag-categories-bars`

const isFlagCoded = (flag: unknown): boolean => {
  const category = list(flag, 'category')
    .flatMap((concept) => list(concept, 'coding'))
    .find((coding) => isIn(coding, FLAG_CATEGORY, []))
  const system = FLAG_CODES[text(category, 'code') ?? '']
  const codings = list(member(flag, 'code'), 'coding')
  return system === undefined || codings.some((coding) => isIn(coding, system, []))
}

const PRIORITY = `${BARS}/bars-broker-priority-status`

const isPrioritised = (activities: unknown): boolean => {
  const codings = list({ activities }, 'activities')
    .flatMap((activity) => list(activity, 'outcomeCodeableConcept'))
    .flatMap((outcome) => list(outcome, 'coding'))
  return codings.length === 0 || codings.some((coding) => isIn(coding, PRIORITY, []))
}

/** A Flag whose code is of the system that its category has. */
export const FLAG_CODE = { isFlagCoded, systems: FLAG_CODES } as const

/**
 * What the guide and the profiles of BaRS fix, where the element is there: systems, codes and statuses.
 * BaRS Core, "Composite messages"; the Applications' payload tables; StructureDefinitions of BaRS.
 */
export const FIXED: ElementTable = {
  Appointment: [
    ...when({ on: BOOKINGS, warnsOn: CANCELS }, holds('serviceCategory?', SYSTEMS.useCase)),
    fixed('participant?[].status?', 'accepted'),
  ],
  CarePlan: [
    fixed('intent?', 'plan'),
    ...when(
      { onlyIn: [8] },
      {
        path: 'activity?',
        name: 'activity.outcomeCodeableConcept',
        expected: `an outcome with a coding: ${inWords(PRIORITY, [])}`,
        is: isPrioritised,
      },
    ),
  ],
  Condition: when({ onlyIn: [5] }, holds('category?', SNOMED, '33962009')),
  Consent: [
    fixed('status?', 'active'),
    holds('scope?', `${HL7}/consentscope`, 'patient-privacy'),
    { ...holds('category?', `${BARS}/consent-categories-bars`, 'DRC'), tag: 'RS-CONSENT' },
    holds('policyRule?', `${HL7}/v3-ActCode`, 'IMPLIED'),
  ],
  Encounter: [
    ...when({ on: [INTERIM, FULL] }, holds('reasonCode?', `${BARS}/message-reason-encounter`)),
    ...when({ notIn: [8] }, isCoding('class?', `${HL7}/v3-ActCode`, 'EMER')),
    ...when(
      { onlyIn: [8] },
      { ...isCoding('class?', `${HL7}/v3-ActCode`, 'VR', 'EMER'), name: 'class.virtual' },
    ),
  ],
  Flag: [fixed('status?', 'active'), holds('category?', FLAG_CATEGORY)],
  HealthcareService: when({ on: REQUESTS, warnsOn: CANCELS }, service('identifier?')),
  Location: when({ onlyIn: [4, 6] }, holds('type?', `${BARS}/location-types-bars`)),
  Observation: [fixed('status?', 'final')],
  ServiceRequest: [
    fixed('intent?', 'plan'),
    one('category?', 'category, with two codings: what the message is, and its use case'),
    { ...holds('category?', SYSTEMS.category), name: 'category.kind' },
    ...when(
      { on: REQUESTS, onlyIn: [8] },
      holds('orderDetail?', `${BARS}/bars-broker-referral-letter-status`),
    ),
  ],
  Task: either([{ onlyIn: [5] }], fixed('status?', 'requested'), fixed('intent?', 'order')),
}
