import { fullUrl } from '../../../src/examples/example.ts'
import type { Json } from '../../../src/fhir/json.ts'
import type { Mutant } from '../clean-message.ts'

const ORGANIZATION = fullUrl('Organization')
const PATIENT = fullUrl('Patient')
const CONSENT = fullUrl('Consent')

const OWN = 'https://sender.example/own'

const nested = (depth: number): Json => ({
  url: OWN,
  ...(depth === 0 ? { valueString: 'a' } : { extension: [nested(depth - 1)] }),
})

/** An extension nested deeper than anything sensible. */
const NESTED = nested(70)

/** What is not as R4 has it. */
// biome-ignore format: a table reads by column
export const ELEMENTS: readonly Mutant[] = [
  ['a date of birth in another spelling', 'a1t1', 'booking-new', { 'Patient.birthDate': undefined, 'Patient.birthdate': '1980-02-29' }, 'r4/unknown-element', 'simulator/Patient.birthDate (warning)'],
  ['an element that R4 has not', 'a1t1', 'booking-new', { 'Appointment.location': 'ED' }, 'r4/unknown-element'],
  ['an element of another resource', 'a1t1', 'referral-new', { 'ServiceRequest.start': '2035-01-15T10:00:00+00:00' }, 'r4/unknown-element'],
  ['nothing in place of a value', 'a1t1', 'booking-new', { 'Patient.gender': null }, 'r4/empty'],
  ['an empty text', 'a1t1', 'booking-new', { 'Patient.name.0.family': '' }, 'r4/empty', 'simulator/Patient.name (warning)'],
  ['an empty list', 'a1t1', 'booking-new', { 'Patient.name': [] }, 'r4/empty', 'simulator/Patient.name (warning)'],
  ['an empty object', 'a1t1', 'booking-new', { 'Patient.contact.0': {} }, 'r4/empty', 'r4/invariant.pat-1', 'payload/Patient.contact.extension', 'payload/Patient.contact.relationship.coding.system', 'payload/Patient.contact.relationship.coding.code', 'payload/Patient.contact.relationship.coding.display', 'payload/Patient.contact.telecom', 'payload/Patient.contact.telecom.system', 'payload/Patient.contact.telecom.value'],
  ['a list for one value', 'a1t1', 'booking-new', { 'Patient.gender': ['female'] }, 'r4/single'],
  ['an object for a list', 'a1t1', 'booking-new', { 'Patient.name': { use: 'official', family: 'Example', given: ['Alex'] } }, 'r4/list', 'simulator/Patient.name (warning)'],
  ['a resource that FHIR has not', 'a1t1', 'booking-new', { 'Bundle.entry.-': { fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-0000000000f0', resource: { resourceType: 'Foo' } } }, 'r4/resource-type', 'bundle/meta.lastUpdated', 'bundle/meta.profile'],
  ['a truth in quotes', 'a1t1', 'booking-new', { 'HealthcareService.active': 'true' }, 'r4/type', 'payload/HealthcareService.active'],
  ['a number in quotes', 'a4t1', 'validation-new', { 'Location.position.latitude': '53.7974' }, 'r4/type', 'payload/Location.position.latitude'],
  ['an NHS number without quotes', 'a1t1', 'booking-new', { 'Patient.identifier.0.value': 9990000026 }, 'r4/type'],
  ['both forms of an event', 'a1t1', 'booking-new', { 'MessageHeader.eventUri': 'urn:event' }, 'r4/choice'],
  ['an id of eighty letters', 'a1t1', 'booking-new', { 'Slot.id': 'a'.repeat(80) }, 'r4/form'],
  ['a day that no month has', 'a1t1', 'booking-new', { 'Patient.birthDate': '1981-02-29' }, 'r4/form'],
  ['a time without a zone', 'a1t1', 'booking-new', { 'Appointment.start': '2035-01-15T10:00:00' }, 'r4/form'],
  ['a time in words', 'a1t1', 'referral-new', { 'Consent.dateTime': 'this morning' }, 'r4/form'],
  ['a date for people', 'a1t1', 'booking-new', { 'Patient.birthDate': '29/02/1980' }, 'r4/form'],
  ['a contact rank of zero', 'a1t1', 'booking-new', { 'Patient.contact.0.extension.0.valuePositiveInt': 0 }, 'r4/form', 'payload/Patient.contact.extension', 'patient/contact.first-rank'],
  ['an extension without a value', 'a1t1', 'booking-new', { 'Patient.contact.0.extension.0.valuePositiveInt': undefined }, 'r4/invariant.ext-1', 'payload/Patient.contact.extension'],
  ['a value of another type in an extension', 'a1t1', 'booking-new', { 'Patient.contact.0.extension.0.valuePositiveInt': undefined, 'Patient.contact.0.extension.0.valueString': '1' }, 'payload/Patient.contact.extension'],
  ['a type that .NET wrote', 'a1t1', 'booking-new', { 'Patient.$type': 'Patient, Sender' }, 'r4/unknown-element'],
  ['a Patient who is a Patiant', 'a1t1', 'booking-new', { 'Patient.resourceType': 'Patiant' }, 'bundle/counts', 'reference/Appointment.participant.actor', 'r4/target', 'r4/resource-type'],
  ['extensions nested deeper than anything sensible', 'a1t1', 'booking-new', { 'Patient.extension': [NESTED] }, 'r4/depth'],
  ['a period that ends before it begins', 'a1t1', 'referral-new', { 'ServiceRequest.occurrencePeriod': { start: '2035-01-15T10:00:00+00:00', end: '2035-01-15T09:00:00+00:00' } }, 'r4/invariant.per-1'],
  ['an Appointment that ends before it begins', 'a1t1', 'booking-new', { 'Appointment.end': '2035-01-15T09:00:00+00:00', 'Slot.end': '2035-01-15T09:00:00+00:00' }, 'time/order'],
]

/** What is wrong with the Bundle and its entries. */
// biome-ignore format: a table reads by column
export const BUNDLE: readonly Mutant[] = [
  ['another type of Bundle', 'a1t1', 'booking-new', { 'Bundle.type': 'transaction' }, 'r4/invariant.bdl-3', 'bundle/Bundle.type'],
  ['no id of the message', 'a1t1', 'booking-new', { 'Bundle.id': undefined }, 'bundle/Bundle.id'],
  ['no time of the message', 'a1t1', 'booking-new', { 'Bundle.timestamp': undefined }, 'bundle/Bundle.timestamp'],
  ['a time of the message without a zone', 'a1t1', 'booking-new', { 'Bundle.timestamp': '2035-01-15T09:00:00' }, 'r4/form'],
  ['an entry at a URL', 'a1t1', 'booking-new', { 'Bundle.entry.2.fullUrl': 'https://sender.example/fhir/Patient/1' }, 'bundle/entry.fullUrl', 'reference/resolves'],
  ['an entry without a fullUrl', 'a1t1', 'booking-new', { 'Bundle.entry.5.fullUrl': undefined }, 'bundle/entry.fullUrl', 'reference/resolves'],
  ['two entries of one fullUrl', 'a1t1', 'booking-new', { 'Bundle.entry.-': { fullUrl: PATIENT, resource: { resourceType: 'Basic', meta: { lastUpdated: '2035-01-15T09:00:00+00:00', profile: ['http://hl7.org/fhir/StructureDefinition/Basic'] }, code: { text: 'x' } } } }, 'bundle/entry.fullUrl.unique', 'reference/Appointment.participant.actor', 'r4/target'],
  ['an entry without a resource', 'a1t1', 'booking-new', { 'Bundle.entry.-': { fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-0000000000f0' } }, 'bundle/entry.resource'],
  ['no patient', 'a1t1', 'booking-new', { 'Bundle.entry.2': undefined }, 'bundle/counts', 'reference/resolves'],
  ['no header', 'a1t1', 'booking-new', { 'Bundle.entry.0': undefined }, 'bundle/header-first', 'bundle/counts'],
  ['no Slot', 'a1t1', 'booking-new', { 'Bundle.entry.6': undefined }, 'bundle/counts', 'reference/resolves'],
  ['another definition', 'a1t1', 'booking-new', { 'MessageHeader.definition': 'https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-request-referral' }, 'message/workflow'],
  ['a definition that nobody publishes', 'a1t1', 'booking-new', { 'MessageHeader.definition': 'https://fhir.nhs.uk/MessageDefinition/bars-message' }, 'message/workflow'],
  ['no focus', 'a1t1', 'booking-new', { 'MessageHeader.focus': undefined }, 'payload/MessageHeader.focus.reference'],
  ['a cancel of what has no id', 'a1t1', 'booking-cancel', { 'Appointment.id': undefined }, 'bundle/focus.id (warning)'],
  ['a Slot that has no id of GET /Slot', 'a1t1', 'booking-new', { 'Slot.id': undefined }, 'payload/Slot.id (warning)'],
  ['a Schedule that has no id of GET /Slot', 'a1t1', 'booking-new', { 'Schedule.id': undefined }, 'payload/Schedule.id (warning)'],
  ['a service that has no id of GET /Slot', 'a1t1', 'booking-new', { 'HealthcareService.id': undefined }, 'payload/HealthcareService.id'],
  ['an id of the Sender on a patient', 'a1t1', 'booking-new', { 'Patient.id': '0ba25000-0000-4000-8000-00000000dead' }, 'bundle/new-ids (warning)'],
  ['a response that says not to what', 'a4t1', 'validation-response-full', { 'MessageHeader.response': undefined }, 'payload/MessageHeader.response.identifier', 'payload/MessageHeader.response.code'],
]

/** Profiles and versions. */
// biome-ignore format: a table reads by column
export const PROFILES: readonly Mutant[] = [
  ['a profile of a Slot that is misspelt', 'a1t1', 'booking-new', { 'Slot.meta.profile.0': 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Slots' }, 'profile/resource'],
  ['a profile with http', 'a1t1', 'booking-new', { 'Patient.meta.profile.0': 'http://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient' }, 'profile/resource'],
  ['no profile at all', 'a1t1', 'booking-new', { 'Patient.meta.profile': undefined }, 'bundle/meta.profile'],
  ['no version of the messages', 'a1t1', 'booking-new', { 'Bundle.meta.versionId': undefined }, 'bundle/Bundle.meta.versionId'],
  ['no time of a resource', 'a1t1', 'booking-new', { 'Slot.meta.lastUpdated': undefined }, 'bundle/meta.lastUpdated'],
]

/** References that lead nowhere, or to the wrong type. */
// biome-ignore format: a table reads by column
export const REFERENCES: readonly Mutant[] = [
  ['a participant who is an Organization', 'a1t1', 'booking-new', { 'Appointment.participant.0.actor.reference': ORGANIZATION }, 'reference/Appointment.participant.actor', 'r4/target'],
  ['a Slot that is no Slot', 'a1t1', 'booking-new', { 'Appointment.slot.0.reference': PATIENT }, 'reference/Appointment.slot', 'r4/target'],
  ['a schedule that is no Schedule', 'a1t1', 'booking-new', { 'Slot.schedule.reference': PATIENT }, 'reference/Slot.schedule', 'r4/target'],
  ['an actor of a Schedule that is an Organization', 'a1t1', 'booking-new', { 'Schedule.actor.0.reference': ORGANIZATION }, 'reference/Schedule.actor', 'r4/target'],
  ['a subject that is an Organization', 'a1t1', 'referral-new', { 'ServiceRequest.subject.reference': ORGANIZATION }, 'reference/ServiceRequest.subject', 'r4/target'],
  ['one who asks that is an Organization', 'a1t1', 'referral-new', { 'ServiceRequest.requester.reference': ORGANIZATION }, 'reference/ServiceRequest.requester'],
  ['a plan that is a Consent', 'a1t1', 'referral-new', { 'ServiceRequest.basedOn.0.reference': CONSENT }, 'reference/ServiceRequest.basedOn', 'r4/target'],
  ['a Flag that is about a Consent', 'a4t1', 'validation-new', { 'Flag.subject.reference': CONSENT }, 'reference/Flag.subject', 'r4/target'],
  ['an Encounter of a Flag that is a Consent', 'a4t1', 'validation-new', { 'Flag.encounter.reference': CONSENT }, 'reference/Flag.encounter', 'r4/target'],
  ['a place that is a Patient', 'a4t1', 'validation-new', { 'ServiceRequest.locationReference.0.reference': PATIENT }, 'reference/ServiceRequest.locationReference', 'r4/target'],
  ['a journey that is a Patient', 'a1t1', 'referral-new', { 'Encounter.episodeOfCare.0.reference': PATIENT }, 'r4/target'],
  ['a sender that is a Patient', 'a1t1', 'booking-new', { 'MessageHeader.sender.reference': PATIENT }, 'reference/MessageHeader.sender', 'r4/target'],
  ['a receiver that is a Patient', 'a1t1', 'booking-new', { 'MessageHeader.destination.0.receiver.reference': PATIENT }, 'reference/MessageHeader.destination.receiver', 'r4/target'],
  ['a focus that is a Patient', 'a1t1', 'booking-new', { 'MessageHeader.focus.0.reference': PATIENT }, 'reference/MessageHeader.focus'],
  ['a Consent of an Organization', 'a1t1', 'referral-new', { 'Consent.patient.reference': ORGANIZATION }, 'reference/Consent.patient', 'r4/target'],
  ['a role of an Organization', 'a1t1', 'referral-new', { 'PractitionerRole.practitioner.reference': ORGANIZATION }, 'reference/PractitionerRole.practitioner', 'r4/target'],
  ['a service of a Patient', 'a1t1', 'booking-new', { 'HealthcareService.providedBy.reference': PATIENT }, 'reference/HealthcareService.providedBy', 'r4/target'],
  ['a problem of a Consent', 'a5t1', 'referral-new', { 'CarePlan.addresses.0.reference': CONSENT }, 'reference/CarePlan.addresses', 'r4/target'],
  ['a Device of a Patient', 'a8t1', 'referral-new', { 'Device.owner.reference': PATIENT }, 'r4/target'],
  ['a Slot that is not in the message', 'a1t1', 'booking-new', { 'Appointment.slot.0.reference': 'urn:uuid:0ba25fff-0000-4000-8000-000000000000' }, 'reference/resolves'],
  ['a Slot by its id', 'a1t1', 'booking-new', { 'Appointment.slot.0.reference': 'Slot/1' }, 'reference/resolves'],
  ['a participant at a URL', 'a1t1', 'booking-new', { 'Appointment.participant.0.actor.reference': 'https://sender.example/fhir/Patient/1' }, 'reference/resolves'],
  ['a reference in capitals', 'a1t1', 'booking-new', { 'Appointment.slot.0.reference': 'URN:UUID:0BA25000-0000-4000-8000-000000000015' }, 'reference/resolves'],
  ['a reference with a space at its end', 'a1t1', 'booking-new', { 'Appointment.participant.0.actor.reference': `${PATIENT} ` }, 'text/white-space'],
  ['a reference without a reference', 'a1t1', 'referral-new', { 'ServiceRequest.subject': { display: 'The patient' } }, 'payload/ServiceRequest.subject.reference'],
  ['a concern with what is asked, and not with the plan', 'a1t1', 'referral-new', { 'ServiceRequest.supportingInfo': [{ reference: CONSENT }] }, 'reference/ServiceRequest.supportingInfo (warning)'],
  ['a booking that is based on a Slot', 'a1t1', 'booking-new', { 'Appointment.basedOn': [{ reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000015' }] }, 'reference/Appointment.basedOn', 'r4/target'],
  ['a Task of an Encounter that is a Consent', 'a5t1', 'referral-new', { 'Task.encounter': { reference: CONSENT } }, 'reference/Task.encounter', 'r4/target'],
  ['a service at a Patient', 'a1t1', 'referral-new', { 'HealthcareService.location': [{ reference: PATIENT }] }, 'reference/HealthcareService.location', 'r4/target'],
]
