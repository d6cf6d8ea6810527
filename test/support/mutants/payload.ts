import type { Json } from '../../../src/fhir/json.ts'
import type { Mutant } from '../clean-message.ts'
import type { Edits } from '../edit-message.ts'

const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore'
const PATIENT = { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000004' }
const PRIORITY = 'https://fhir.nhs.uk/CodeSystem/bars-broker-priority-status'

const entry = (resourceType: string, members: { readonly [key: string]: Json }): Edits => ({
  'Bundle.entry.-': {
    fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-00000000000f',
    resource: {
      resourceType,
      meta: { lastUpdated: '2035-01-15T09:00:00+00:00', profile: [`${UK_CORE}-${resourceType}`] },
      ...members,
    },
  },
})

/** Why services were rejected, with one answer. */
const rejection = (answer: { [key: string]: Json }): Edits =>
  entry('QuestionnaireResponse', {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-reason',
        valueCodeableConcept: { text: 'Rejected services' },
      },
    ],
    status: 'completed',
    subject: PATIENT,
    item: [
      {
        linkId: '1',
        text: 'Services',
        item: [{ linkId: '1', item: [{ linkId: '1', answer: [answer] }] }],
      },
    ],
  })

const extension = (url: string, ...parts: Json[]): Json => [{ url, extension: parts }]

const SITED = 'https://fhir.nhs.uk/StructureDefinition/LocationExtension'
const CDSS = 'https://fhir.nhs.uk/StructureDefinition/CDSSExtension'
const CDSS_PARTS = [
  { url: 'requesterCDSSSoftware', valueString: 'Pathways' },
  { url: 'requesterCDSSVersion', valueString: '1' },
]

/** The Receiver's Encounter, of which less is asked than of the Sender's. */
export const RECEIVERS = entry('Encounter', {
  status: 'planned',
  class: {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
    code: 'EMER',
    display: 'emergency',
  },
  subject: PATIENT,
  episodeOfCare: [{ reference: 'EpisodeOfCare/0ba25004-0000-4000-8000-000000000001' }],
})

const TASK = 'urn:uuid:0ba25000-0000-4000-8000-000000000019'
const SERVICE = 'urn:uuid:0ba25000-0000-4000-8000-000000000014'

const detail = { status: 'not-started', performer: [{ reference: SERVICE }] }
const coded = { coding: [{ system: PRIORITY, code: 'R', display: 'Routine' }] }

/** What payload tables ask for in some Applications or messages. */
// biome-ignore format: a table reads by column
export const PAYLOAD: readonly Mutant[] = [
  ['a message that does not say what helped to decide', 'a1t1', 'referral-new', { 'MessageHeader.extension': undefined }, 'payload/MessageHeader.extension (warning)'],
  ['software without a version that helped to decide', 'a3t1', 'referral-cancel', { 'MessageHeader.extension.0.extension.1': undefined }, 'payload/MessageHeader.extension (warning)'],
  ['a booking that is cancelled without its times', 'a1t1', 'booking-cancel', { 'Appointment.start': undefined, 'Appointment.end': undefined }, 'payload/Appointment.start (warning)', 'payload/Appointment.end (warning)'],
  ['a booking for nobody', 'a7t1', 'booking-new', { 'Appointment.participant.0.actor': { display: 'The patient' } }, 'payload/Appointment.participant.actor.reference'],
  ['a language that is not coded, in a cancel', 'a1t1', 'booking-cancel', { 'Patient.communication': [{ language: { text: 'Welsh' } }] }, 'payload/Patient.communication.language.coding (warning)'],
  ['a practitioner without an identifier, in a booking of Application 2', 'a2t1', 'booking-new', entry('Practitioner', {}), 'payload/Practitioner.identifier (warning)'],
  ['a role without an organisation, in a booking of Application 2', 'a2t1', 'booking-new', entry('PractitionerRole', { practitioner: { reference: 'urn:uuid:0ba25000-0000-4000-8000-00000000000f' } }), 'reference/PractitionerRole.practitioner', 'r4/target', 'payload/PractitionerRole.organization.reference (warning)'],
  ['an answer without a value', 'a2t1', 'referral-new', rejection({}), 'r4/empty', 'payload/QuestionnaireResponse.item.item.item.answer'],
  ['an answer whose code has no system', 'a1t1', 'referral-new', rejection({ valueCoding: { code: '1', display: 'Busy' } }), 'payload/QuestionnaireResponse.item.item.item.answer.valueCoding.system'],
  ['a part of a place that has no value', 'a3t1', 'referral-new', { 'Location.extension': extension(SITED, { url: 'UPRN' }) }, 'r4/invariant.ext-1', 'payload/Location.extension'],
  ['an interim response that does not say why', 'a4t1', 'validation-response-interim', { 'Bundle.entry.4.resource.reasonCode': undefined }, 'payload/Encounter.reasonCode'],
  ['a short response that does not say why', 'a6t1', 'referral-response-short', { 'Bundle.entry.4.resource.reasonCode': undefined }, 'payload/Encounter.reasonCode (warning)'],
  ['a care plan without its Task', 'a5t1', 'referral-new', { 'CarePlan.activity.0.reference': undefined }, 'payload/CarePlan.activity.reference.reference'],
  ['an incident that is not said to be one', 'a6t1', 'referral-new', { 'Location.meta.profile': [`${UK_CORE}-Location`] }, 'payload/Location.incident (warning)'],
  ['an incident of no type', 'a6t2', 'referral-new', { 'Location.type': undefined }, 'payload/Location.type'],
  ['a journey of the Sender that does not say how far it came', 'a6t3', 'referral-update', { ...RECEIVERS, 'Encounter.statusHistory': undefined }, 'bundle/counts', 'payload/Encounter.statusHistory.period.start'],
  ['a care plan without its Task', 'a8t1', 'referral-new', { 'CarePlan.activity.0.reference': undefined }, 'payload/CarePlan.activity.reference.reference'],
  ['a care plan of which nobody does anything', 'a8t2', 'referral-new', { 'CarePlan.activity.1': undefined }, 'payload/CarePlan.activity.detail.status', 'payload/CarePlan.activity.detail.performer.reference'],
  ['a care plan without a priority', 'a8t3', 'referral-new', { 'CarePlan.activity.0.outcomeCodeableConcept.0.coding': undefined }, 'payload/CarePlan.activity.outcomeCodeableConcept.coding'],
  ['a patient of e-RS without an NHS number', 'a8t1', 'referral-new', { 'Patient.identifier': undefined }, 'payload/Patient.identifier'],
  ['an NHS number of e-RS without its status', 'a8t1', 'referral-new', { 'Patient.identifier.0.extension': undefined }, 'nhs-number/status.present'],
  ['a referral that a Device is asked for, but of e-RS', 'a1t1', 'referral-new', { ...entry('Device', {}), 'ServiceRequest.performer.0.reference': 'urn:uuid:0ba25000-0000-4000-8000-00000000000f' }, 'reference/ServiceRequest.performer (warning)'],
]

/** What they have nothing against. */
// biome-ignore format: a table reads by column
export const PAYLOAD_HARMLESS: readonly Mutant[] = [
  ['what helped to decide, as the tables spell it', 'a1t1', 'referral-new', { 'MessageHeader.extension': extension(CDSS, ...CDSS_PARTS) }],
  ['what helped to decide, where the profile has it', 'a1t1', 'referral-new', { 'MessageHeader.extension': undefined, 'MessageHeader.source.extension': extension(CDSS, ...CDSS_PARTS) }],
  ['a second participant', 'a1t1', 'booking-new', { 'Appointment.participant.-': { actor: { reference: SERVICE }, status: 'accepted' } }],
  ['a second participant of whom a type is known', 'a1t1', 'booking-new', { 'Appointment.participant.-': { type: [{ text: 'Interpreter' }], status: 'accepted' } }],
  ['answers of other types', 'a1t1', 'referral-new', rejection({ valueUri: 'https://example.org' })],
  ['extensions of other kinds at a place', 'a3t1', 'referral-new', { 'Location.extension': [{ url: 'https://example.org/floor', valueString: '2' }] }],
  ['activities of e-RS in any order, and the narrative by itself', 'a8t1', 'referral-new', { 'CarePlan.activity': [{ detail }, { outcomeCodeableConcept: [coded, { text: 'A hernia' }], reference: { reference: TASK } }] }],
  ['services of e-RS', 'a8t1', 'referral-new', { 'MessageHeader.source.endpoint': 'https://fhir.nhs.uk/Id/ers-dos-service-id|AandG' }],
]
