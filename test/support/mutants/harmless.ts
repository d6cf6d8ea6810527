import { fullUrl } from '../../../src/examples/example.ts'
import type { Json } from '../../../src/fhir/json.ts'
import type { Mutant } from '../clean-message.ts'
import type { Edits } from '../edit-message.ts'

const TIME = '2035-01-15T09:00:00+00:00'
const PATIENT = { reference: fullUrl('Patient') }
const SNOMED = 'http://snomed.info/sct'
const CATEGORY = 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest'
const USE_CASE = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'
const RANK = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank'

/** A resource more, with as little in it as R4 allows. */
const another = (resourceType: string, members: { readonly [key: string]: Json }): Edits => ({
  'Bundle.entry.-': {
    fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-0000000000f0',
    resource: {
      resourceType,
      meta: {
        lastUpdated: TIME,
        profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${resourceType}`],
      },
      ...members,
    },
  },
})

const SECOND_CONTACT: Json = {
  extension: [{ url: RANK, valuePositiveInt: 2 }],
  relationship: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v2-0131',
          code: 'N',
          display: 'Next-of-Kin',
        },
      ],
    },
  ],
  telecom: [{ system: 'phone', value: '07700 900001' }],
}

const NARRATIVE: Json = {
  status: 'generated',
  div: '<div xmlns="http://www.w3.org/1999/xhtml">Alex</div>',
}

/** Variants of clean messages that are as right. */
// biome-ignore format: a table reads by column
export const HARMLESS: readonly Mutant[] = [
  ['a second identifier of the patient', 'a1t1', 'booking-new', { 'Patient.identifier.-': { system: 'https://hospital.example/Id/number', value: '1' } }],
  ['an extension of its own', 'a1t1', 'booking-new', { 'Patient.extension': [{ url: 'https://sender.example/own', valueString: 'a' }] }],
  ['an extension of a date', 'a1t1', 'booking-new', { 'Patient._birthDate': { extension: [{ url: 'https://sender.example/own', valueBoolean: true }] } }],
  ['a profile of its own beside that of the standard', 'a1t1', 'booking-new', { 'Patient.meta.profile.-': 'https://sender.example/StructureDefinition/patient' }],
  ['a profile with its version', 'a1t1', 'booking-new', { 'Patient.meta.profile.0': 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient|2.1.0' }],
  ['tags', 'a1t1', 'booking-new', { 'Patient.meta.tag': [{ system: 'https://sender.example/tags', code: 'x', display: 'X' }] }],
  ['a narrative', 'a1t1', 'booking-new', { 'Patient.text': NARRATIVE }],
  ['summer time', 'a1t1', 'referral-new', { 'Consent.dateTime': '2035-06-15T10:00:00+01:00' }],
  ['seven digits of a second', 'a1t1', 'booking-new', { 'Bundle.timestamp': '2035-01-15T09:00:00.1234567+00:00' }],
  ['times in Z', 'a1t1', 'booking-new', { 'Appointment.start': '2035-01-15T10:00:00Z', 'Slot.start': '2035-01-15T10:00:00Z' }],
  ['a birth of which the year is known', 'a1t1', 'booking-new', { 'Patient.birthDate': '1980' }],
  ['the codings of a category in another order', 'a1t1', 'referral-new', { 'ServiceRequest.category.0.coding': [{ system: USE_CASE, code: 'a1t1', display: '111 to ED' }, { system: CATEGORY, code: 'referral', display: 'Transfer of Care' }] }],
  ['a coding of its own beside that of the standard', 'a1t1', 'booking-new', { 'Appointment.serviceCategory.0.coding.-': { system: 'https://sender.example/codes', code: 'x', display: 'X' } }],
  ['a second contact', 'a1t1', 'booking-new', { 'Patient.contact.-': SECOND_CONTACT }],
  ['a name with letters of another script', 'a1t1', 'booking-new', { 'Patient.name.0.family': 'Šťastná-Ó Briain 😀' }],
  ['a text for people with spaces around it', 'a1t1', 'referral-new', { 'CarePlan.activity.0.outcomeCodeableConcept.0.text': ' Nosebleed \n' }],
  ['an address with a space that does not break', 'a1t1', 'booking-new', { 'Patient.address.0.city': 'Leeds\u00a0' }],
  ['a language that is coded', 'a3t1', 'referral-new', { 'Patient.communication': [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'cy', display: 'Welsh' }] } }] }],
  ['a patient who is alive', 'a1t1', 'booking-new', { 'Patient.deceasedBoolean': false }],
  ['a contained resource', 'a1t1', 'booking-new', { 'Patient.contained': [{ resourceType: 'Organization', id: 'gp', name: 'Surgery' }], 'Patient.managingOrganization': { reference: '#gp' } }],
  ['an Organization that can be reached', 'a1t1', 'booking-new', { 'Organization.telecom': [{ system: 'phone', value: '0113 496 0000', use: 'work' }] }],
  ['words on a booking', 'a1t1', 'booking-new', { 'Appointment.description': 'Nosebleed', 'Appointment.comment': 'Wheelchair' }],
  ['a Slot that is busy by now, as a published booking has it', 'a1t1', 'booking-new', { 'Slot.status': 'busy' }],
  ['a place whose position is not known', 'a4t1', 'validation-new', { 'Location.position': undefined }],
  ['a source that says nothing of its software', 'a1t1', 'booking-new', { 'MessageHeader.source.software': undefined, 'MessageHeader.source.version': undefined, 'MessageHeader.source.contact': undefined }],
  ['an identifier of the Bundle', 'a1t1', 'booking-new', { 'Bundle.identifier': { system: 'https://sender.example/Id/message', value: '1' } }],
  ['a problem, where no table asks for one', 'a1t1', 'referral-new', another('Condition', { code: { text: 'Nosebleed' }, subject: PATIENT, clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active', display: 'Active' }] } })],
  ['a Task, where no table asks for one', 'a1t1', 'referral-new', another('Task', { status: 'requested', intent: 'order' })],
  ['a Communication, where no table asks for one', 'a2t1', 'referral-new', another('Communication', { status: 'completed' })],
  ['a Procedure, where no table asks for one', 'a3t1', 'referral-new', another('Procedure', { status: 'completed', subject: PATIENT })],
  ['a Device, where no table asks for one', 'a1t1', 'referral-new', another('Device', { status: 'active' })],
  ['an Observation of its parts', 'a1t1', 'referral-new', another('Observation', { status: 'final', code: { coding: [{ system: SNOMED, code: '75367002', display: 'Blood pressure' }], text: 'Blood pressure' }, subject: PATIENT, encounter: { reference: fullUrl('Encounter') }, component: [{ code: { coding: [{ system: SNOMED, code: '271649006', display: 'Systolic blood pressure' }] }, valueQuantity: { value: 120, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' } }] })],
]
