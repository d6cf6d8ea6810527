import { fullUrl } from '../../../src/examples/example.ts'
import type { Mutant } from '../clean-message.ts'

const ORGANIZATION = fullUrl('Organization')
const PATIENT = fullUrl('Patient')
const RECEIVER = fullUrl('Organization-2')

/** What is wrong with a patient. */
// biome-ignore format: a table reads by column
export const PATIENTS: readonly Mutant[] = [
  ['an NHS number with spaces', 'a1t1', 'booking-new', { 'Patient.identifier.0.value': '999 000 0026' }, 'nhs-number/form'],
  ['an NHS number of nine digits', 'a1t1', 'booking-new', { 'Patient.identifier.0.value': '999000002' }, 'nhs-number/form'],
  ['an NHS number that fails Modulus 11', 'a1t1', 'booking-new', { 'Patient.identifier.0.value': '9990000027' }, 'nhs-number/check-digit (warning)'],
  ['an NHS number without its status', 'a1t1', 'booking-new', { 'Patient.identifier.0.extension': undefined }, 'nhs-number/status.present (warning)'],
  ['a telephone of the patient', 'a1t1', 'booking-new', { 'Patient.telecom': [{ system: 'phone', value: '07700 900000' }] }, 'patient/telecom'],
  ['no contact', 'a1t1', 'booking-new', { 'Patient.contact': undefined }, 'payload/Patient.contact'],
  ['a contact without a rank', 'a1t1', 'booking-new', { 'Patient.contact.0.extension': undefined }, 'payload/Patient.contact.extension'],
  ['contacts of which none is the first', 'a1t1', 'booking-new', { 'Patient.contact.0.extension.0.valuePositiveInt': 2 }, 'patient/contact.first-rank'],
  ['a contact without a telephone', 'a1t1', 'booking-new', { 'Patient.contact.0.telecom': undefined }, 'r4/invariant.pat-1', 'payload/Patient.contact.telecom', 'payload/Patient.contact.telecom.system', 'payload/Patient.contact.telecom.value'],
  ['a contact by e-mail alone', 'a1t1', 'booking-new', { 'Patient.contact.0.telecom.0.system': 'email' }, 'payload/Patient.contact.telecom'],
  ['a contact who is not said to be whom', 'a1t1', 'booking-new', { 'Patient.contact.0.relationship': undefined }, 'payload/Patient.contact.relationship.coding.system', 'payload/Patient.contact.relationship.coding.code', 'payload/Patient.contact.relationship.coding.display'],
]

/** What is told in two places, or stands otherwise than the message says. */
// biome-ignore format: a table reads by column
export const AGREEMENTS: readonly Mutant[] = [
  ['sender and receiver that have changed places', 'a1t1', 'booking-new', { 'MessageHeader.sender.reference': RECEIVER, 'MessageHeader.destination.0.receiver.reference': ORGANIZATION }, 'agreement/sender.organisation (warning)'],
  ['an end that is not the end of the Slot', 'a1t1', 'booking-new', { 'Appointment.end': '2035-01-15T10:29:00+00:00' }, 'agreement/Appointment.Slot (warning)'],
  ['a status of the message that the header has not', 'a1t1', 'booking-new', { 'Appointment.status': 'proposed' }, 'message/workflow', 'http/use-context'],
  ['a code with a blank of another kind', 'a1t1', 'booking-new', { 'Slot.status': 'free\u00a0' }, 'r4/code', 'text/white-space'],
  ['a definition with a space', 'a1t1', 'booking-new', { 'MessageHeader.definition': ' https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request' }, 'r4/form', 'text/white-space'],
  ['an endpoint with a space', 'a1t1', 'booking-new', { 'MessageHeader.destination.0.endpoint': 'https://fhir.nhs.uk/Id/dos-service-id|2000072489 ' }, 'r4/form', 'text/white-space'],
  ['an ODS code with a space', 'a1t1', 'booking-new', { 'Organization.identifier.0.value': 'A1001 ' }, 'text/white-space'],
  ['two categories in one', 'a1t1', 'referral-new', { 'ServiceRequest.category.0.coding.-': { system: 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest', code: 'validation', display: 'For Validation' } }, 'message/understood'],
  ['a patient who did not come, and whose Encounter went on', 'a1t1', 'referral-response', { 'ServiceRequest.status': 'revoked', 'Bundle.entry.-': { fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-0000000000f0', resource: { resourceType: 'Encounter', id: '0ba25001-0000-4000-8000-0000000000f0', meta: { lastUpdated: '2035-01-15T09:00:00+00:00', profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter'] }, status: 'finished', class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER', display: 'emergency' }, subject: { reference: PATIENT }, episodeOfCare: [{ reference: 'EpisodeOfCare/0ba25004-0000-4000-8000-000000000001' }] } } }, 'simulator/safeguarding.Encounter (warning)'],
  ['a plan that goes on, in a referral', 'a1t1', 'referral-new', { 'CarePlan.status': 'active' }, 'message/referral-new.CarePlan.status'],
  ['an Encounter that goes on, in a referral', 'a1t1', 'referral-new', { 'Encounter.status': 'in-progress' }, 'message/referral-new.Encounter.status'],
  ['a plan that has ended, in a validation', 'a4t1', 'validation-new', { 'CarePlan.status': 'completed' }, 'message/validation-new.CarePlan.status'],
  ['an Encounter that has ended, in a validation', 'a4t1', 'validation-new', { 'Encounter.status': 'finished' }, 'message/validation-new.Encounter.status'],
]

/** What the payload tables ask for. */
// biome-ignore format: a table reads by column
export const MISSING: readonly Mutant[] = [
  ['a request without its date', 'a1t1', 'referral-new', { 'ServiceRequest.authoredOn': undefined }, 'payload/ServiceRequest.authoredOn'],
  ['a request without its period', 'a4t1', 'validation-new', { 'ServiceRequest.occurrencePeriod': undefined }, 'payload/ServiceRequest.occurrencePeriod.start', 'payload/ServiceRequest.occurrencePeriod.end'],
  ['a plan in which nothing is done', 'a1t1', 'referral-new', { 'CarePlan.activity': undefined }, 'payload/CarePlan.activity', 'payload/CarePlan.activity.outcomeCodeableConcept', 'payload/CarePlan.activity.outcomeCodeableConcept.text'],
  ['an outcome without words', 'a1t1', 'referral-new', { 'CarePlan.activity.0.outcomeCodeableConcept.0.text': undefined }, 'r4/empty', 'payload/CarePlan.activity.outcomeCodeableConcept', 'payload/CarePlan.activity.outcomeCodeableConcept.text'],
  ['a Consent without its date', 'a1t1', 'referral-new', { 'Consent.dateTime': undefined }, 'payload/Consent.dateTime'],
  ['an Encounter without its journey', 'a1t1', 'referral-new', { 'Encounter.episodeOfCare': undefined }, 'payload/Encounter.episodeOfCare.reference'],
  ['a Practitioner without an identifier', 'a1t1', 'referral-new', { 'Practitioner.identifier': undefined }, 'payload/Practitioner.identifier (warning)'],
  ['an Organization without a name', 'a1t1', 'booking-new', { 'Organization.name': undefined }, 'payload/Organization.name'],
  ['a header without the name of its source', 'a1t1', 'booking-new', { 'MessageHeader.source.name': undefined }, 'payload/MessageHeader.source.name'],
  ['a Task without its date', 'a5t1', 'referral-new', { 'Task.authoredOn': undefined }, 'payload/Task.authoredOn'],
  ['an Organization of a kind that is not coded', 'a5t1', 'referral-new', { 'Organization.type': [{ text: 'Surgery' }] }, 'payload/Organization.type.coding.system', 'payload/Organization.type.coding.code', 'payload/Organization.type.coding.display'],
  ['a questionnaire whose identifier has no value', 'a6t1', 'referral-new', { 'Questionnaire.identifier': [{ system: 'https://sender.example/Id/questionnaire' }] }, 'payload/Questionnaire.identifier.value'],
  ['a Task about something that is not referred to', 'a5t1', 'referral-new', { 'Task.focus': { display: 'The referral' } }, 'payload/Task.focus.reference'],
  ['no Consent', 'a1t1', 'referral-new', { 'Bundle.entry.9': undefined }, 'bundle/counts'],
  ['no word on the scene', 'a4t1', 'validation-new', { 'Bundle.entry.12': undefined }, 'payload/Flag.scene-safety'],
]
