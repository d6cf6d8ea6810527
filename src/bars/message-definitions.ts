import type { MessageDefinitionFocus } from 'fhir/r4'
import type { Workflow } from './workflow.ts'

type ResourceType = MessageDefinitionFocus['code']

/** How often a message may hold a type of resource. */
export interface Focus {
  readonly type: ResourceType
  readonly min: number
  readonly max: '1' | '2' | '3' | '*'
  /** Where it is not UK Core's. */
  readonly profile?: string
}

const BARS = 'https://fhir.nhs.uk/StructureDefinition'
const R4 = 'http://hl7.org/fhir/StructureDefinition'

const header = (event: string): Focus => ({
  type: 'MessageHeader',
  min: 1,
  max: '1',
  profile: `${BARS}/BARSMessageHeader-${event}`,
})
const serviceRequest = (category: string, min = 1): Focus => ({
  type: 'ServiceRequest',
  min,
  max: '1',
  profile: `${BARS}/BARSServiceRequest-request-${category}`,
})
const sceneSafety: Focus = {
  type: 'Flag',
  min: 0,
  max: '*',
  profile: `${BARS}/BARSFlag-scene-safety`,
}
const flag: Focus = { type: 'Flag', min: 0, max: '*', profile: `${R4}/Flag` }
const incidentLocation: Focus = {
  type: 'Location',
  min: 0,
  max: '1',
  profile: 'https://fhir.hl7.org.uk/StructureDefinition/BARSLocation-incident-location',
}
const times =
  (min: number, max: '1' | '*') =>
  (...types: readonly ResourceType[]): readonly Focus[] =>
    types.map((type) => ({ type, min, max }))
const one = times(1, '1')
const optional = times(0, '1')
const any = times(0, '*')
const some = times(1, '*')
const organisations: Focus = { type: 'Organization', min: 2, max: '*' }

interface Row {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly date: string
  readonly workflows: readonly Workflow[]
  readonly focus: readonly Focus[]
}

/**
 * The nine MessageDefinitions of BaRS, by what follows `bars-message-` in their URL. Two pairs share
 * an id where published; here each has its own, so that a Sender may key by id.
 */
export const MESSAGE_DEFINITIONS = {
  'booking-request': {
    id: '95b337c0-9644-4b5e-accf-246636e55905',
    title: 'New booking',
    version: '1.0.0',
    date: '2023-10-16',
    workflows: ['booking-new', 'booking-update'],
    focus: [
      header('booking-request'),
      serviceRequest('referral', 0),
      ...one('Patient'),
      ...optional('Location'),
      organisations,
      ...any('Practitioner', 'PractitionerRole', 'Consent'),
      ...one('HealthcareService', 'Appointment', 'Slot', 'Schedule'),
    ],
  },
  'booking-request-cancelled': {
    id: '95b337c0-9644-4b5e-accf-246636e55906',
    title: 'Booking cancelled',
    version: '1.0.0',
    date: '2023-10-16',
    workflows: ['booking-cancel'],
    focus: [header('booking-request'), ...one('Patient'), organisations, ...one('Appointment')],
  },
  'servicerequest-request-referral': {
    id: '11882ae2-211f-49ee-acbe-e319304d80cd',
    title: 'New or updated referral',
    version: '1.0.0',
    date: '2024-04-26',
    workflows: ['referral-new', 'referral-update'],
    focus: [
      header('servicerequest-request'),
      serviceRequest('referral'),
      ...one('Patient', 'Encounter', 'CarePlan'),
      incidentLocation,
      ...any('Location'),
      organisations,
      ...some('Practitioner', 'PractitionerRole'),
      ...any('Observation'),
      sceneSafety,
      flag,
      ...any('MedicationStatement', 'AllergyIntolerance', 'Questionnaire', 'QuestionnaireResponse'),
      ...some('Consent', 'HealthcareService'),
      ...any('Condition', 'Task', 'Communication', 'Procedure'),
      { type: 'Device', min: 0, max: '1', profile: `${R4}/Device` },
      ...any('RelatedPerson'),
    ],
  },
  'servicerequest-request-cancelled': {
    id: '11882ae2-211f-49ee-acbe-e319304d80ce',
    title: 'Referral or validation request cancelled',
    version: '1.0.0',
    date: '2023-10-16',
    workflows: ['referral-cancel', 'validation-cancel'],
    focus: [
      header('servicerequest-request'),
      serviceRequest('referral'),
      ...one('Patient'),
      organisations,
    ],
  },
  'servicerequest-request-validation': {
    id: '7731af63-04ed-47d9-8f05-e510dece3b3f',
    title: 'New or updated validation request',
    version: '1.1.0',
    date: '2024-02-26',
    workflows: ['validation-new', 'validation-update'],
    focus: [
      header('servicerequest-request'),
      serviceRequest('validation'),
      ...one('Patient', 'Encounter', 'CarePlan', 'Location'),
      organisations,
      ...some('Practitioner', 'PractitionerRole'),
      ...any('Observation'),
      sceneSafety,
      flag,
      ...some('Consent'),
      ...any('MedicationStatement', 'AllergyIntolerance'),
      ...one('HealthcareService'),
    ],
  },
  'servicerequest-response-referral': {
    id: '2a2ff4ff-47cd-4094-a95e-e8179e6f48b8',
    title: 'Response to a referral',
    version: '1.0.0',
    date: '2023-10-16',
    workflows: ['referral-response'],
    focus: [
      header('servicerequest-response'),
      serviceRequest('referral'),
      ...one('Patient'),
      ...optional('Encounter', 'CarePlan', 'Location'),
      organisations,
      ...some('Practitioner', 'PractitionerRole'),
      ...any('Observation'),
      sceneSafety,
      flag,
      ...any('MedicationStatement', 'AllergyIntolerance', 'QuestionnaireResponse'),
      ...some('Consent'),
      ...one('HealthcareService'),
      ...optional('Appointment'),
      ...any('Condition', 'Task', 'RelatedPerson'),
    ],
  },
  'servicerequest-response-referral-short': {
    id: 'c925d2af-2903-4760-a6fc-31fb315dd310',
    title: 'Short response to a referral',
    version: '1.0.0',
    date: '2024-06-17',
    workflows: ['referral-response-short'],
    focus: [
      header('servicerequest-response'),
      serviceRequest('referral'),
      ...one('Patient'),
      { type: 'Encounter', min: 2, max: '2' },
      organisations,
      ...some('Practitioner', 'PractitionerRole'),
      ...any('HealthcareService'),
    ],
  },
  'servicerequest-response-validation-full': {
    id: '15b429dc-2464-42ca-b401-4c2a5e8320aa',
    title: 'Full response to a validation request',
    version: '1.1.0',
    date: '2023-10-16',
    workflows: ['validation-response-full'],
    focus: [
      header('servicerequest-response'),
      serviceRequest('validation'),
      ...one('Patient'),
      { type: 'Encounter', min: 2, max: '3' },
      ...one('CarePlan', 'Location'),
      organisations,
      ...some('Practitioner', 'PractitionerRole'),
      ...any('Observation'),
      sceneSafety,
      flag,
      ...any('MedicationStatement', 'AllergyIntolerance'),
      ...some('Consent'),
      ...one('HealthcareService'),
    ],
  },
  'servicerequest-response-validation-interim': {
    id: '15b429dc-2464-42ca-b401-4c2a5e8320bb',
    title: 'Interim response to a validation request',
    version: '1.1.0',
    date: '2024-01-11',
    workflows: ['validation-response-interim'],
    focus: [
      header('servicerequest-response'),
      serviceRequest('validation'),
      ...one('Patient'),
      { type: 'Encounter', min: 2, max: '2' },
      ...some('Organization', 'Practitioner', 'PractitionerRole'),
      ...any('HealthcareService'),
    ],
  },
} as const satisfies Readonly<Record<string, Row>>

export type MessageDefinitionName = keyof typeof MESSAGE_DEFINITIONS

/** The canonical URL of a MessageDefinition. */
export const definitionUrl = (name: MessageDefinitionName): string =>
  `https://fhir.nhs.uk/MessageDefinition/bars-message-${name}`

/** The profile of a focus: its own, else UK Core's for the type. */
export const profileOf = ({ type, profile }: Focus): string =>
  profile ?? `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`
