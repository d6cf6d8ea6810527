import type { Json } from '../../../src/fhir/json.ts'
import type { Mutant } from '../clean-message.ts'

const FHIR_FLAG = 'http://hl7.org/fhir/StructureDefinition/Flag'
const SITED = 'https://fhir.nhs.uk/StructureDefinition/LocationExtension'
const BIRTH_SEX = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BirthSex'

const site = (name: string, valueString: string): Json => [
  { url: SITED, extension: [{ url: name, valueString }] },
]

const INCIDENT = 'https://fhir.hl7.org.uk/StructureDefinition/BARSLocation-incident-location'

const TIME = '2035-01-15T09:00:00+00:00'
const INEXACT = Object.fromEntries(
  ['Bundle', ...['MessageHeader', 'Appointment', 'Patient', 'Organization']].map((type) => [
    `${type}.meta.lastUpdated`,
    TIME,
  ]),
)

const SCENE: Json = {
  fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-00000000000f',
  resource: {
    resourceType: 'Flag',
    meta: { lastUpdated: TIME, profile: [FHIR_FLAG] },
    status: 'active',
    category: [
      {
        coding: [
          {
            system: 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars',
            code: 'SS',
            display: 'Scene Safety',
          },
        ],
      },
    ],
    code: {
      coding: [
        {
          system: 'https://fhir.nhs.uk/CodeSystem/scene-safety-codes-bars',
          code: 'S',
          display: 'The Scene is safe',
        },
      ],
    },
    subject: { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000004' },
    encounter: { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000005' },
  },
}

const PHONE = 'Patient.contact.0.telecom.0.value'
const WORDS = 'Location.extension'

/** What only the real simulator asks for. */
// biome-ignore format: a table reads by column
export const SIMULATOR: readonly Mutant[] = [
  ['two official names', 'a1t1', 'referral-new', { 'Patient.name.-': { use: 'official', family: 'Other', given: ['Alex'] } }, 'simulator/Patient.name (warning)'],
  ['no date of birth', 'a1t1', 'booking-new', { 'Patient.birthDate': undefined }, 'simulator/Patient.birthDate (warning)'],
  ['no address', 'a2t1', 'booking-new', { 'Patient.address': undefined }, 'simulator/Patient.address (warning)'],
  ['two homes', 'a7t1', 'booking-new', { 'Patient.address.-': { use: 'home', postalCode: 'LS1 4AP' } }, 'simulator/Patient.address (warning)'],
  ['a postcode with a dash', 'a1t1', 'booking-new', { 'Patient.address.0.postalCode': 'LS1-4AP' }, 'simulator/Patient.address (warning)'],
  ['a telephone number with a plus', 'a1t1', 'booking-new', { [PHONE]: '+44 7700 900000' }, 'simulator/Patient.contact.telecom.value (warning)'],
  ['the sex at birth', 'a1t1', 'referral-new', { 'Patient.extension': [{ url: BIRTH_SEX, valueCode: 'F' }] }, 'patient/birth-sex'],
  ['times without seven digits', 'a1t1', 'booking-cancel', { ...INEXACT, 'Bundle.entry.4.resource.meta.lastUpdated': TIME }, 'simulator/lastUpdated (warning)'],
  ['a second scene', 'a4t1', 'validation-new', { 'Bundle.entry.-': SCENE }, 'simulator/Flag.scene-safety (warning)'],
  ['a validation that is asked for while the Encounter goes on', 'a4t2', 'validation-new', { 'Encounter.status': 'in-progress' }, 'simulator/validation-new.Encounter (warning)'],
  ['a full response to a request that is active', 'a4t1', 'validation-response-full', { 'ServiceRequest.status': 'active' }, 'simulator/finished.ServiceRequest (warning)'],
  ['a full response with a draft of a plan', 'a4t1', 'validation-response-full', { 'CarePlan.status': 'draft' }, 'simulator/finished.CarePlan (warning)'],
  ['an interim response to a request on hold', 'a4t1', 'validation-response-interim', { 'ServiceRequest.status': 'on-hold' }, 'simulator/in-progress.ServiceRequest (warning)'],
  ['a patient who did not come, and did', 'a1t1', 'referral-response', { 'Appointment.status': 'fulfilled' }, 'simulator/safeguarding.Appointment (warning)'],
  ['a UPRN with a letter', 'a4t1', 'validation-new', { [WORDS]: site('UPRN', 'A1') }, 'simulator/Location.extension.UPRN (warning)'],
  ['eastings in words', 'a4t1', 'validation-update', { [WORDS]: site('eastings', 'far') }, 'simulator/Location.extension.eastings (warning)'],
  ['northings with two points', 'a4t1', 'validation-new', { [WORDS]: site('northings', '1.2.3') }, 'simulator/Location.extension.northings (warning)'],
  ['a problem whose category is of another system', 'a5t1', 'referral-new', { 'Condition.category.0.coding.0.system': 'https://example.org' }, 'simulator/Condition.category.coding.system (warning)', 'value/Condition.category'],
  ['a Task of another system', 'a5t2', 'referral-new', { 'Task.code.coding.0.system': 'https://example.org' }, 'simulator/Task.code.coding.system (warning)'],
  ['an Encounter that has no number', 'a6t1', 'referral-new', { 'Encounter.identifier': undefined }, 'simulator/Encounter.identifier (warning)'],
  ['another questionnaire', 'a6t1', 'referral-new', { 'QuestionnaireResponse.questionnaire': 'https://fhir.nhs.uk/Questionnaire/X' }, 'simulator/QuestionnaireResponse.questionnaire (warning)'],
  ['a questionnaire that goes on', 'a6t1', 'referral-update', { 'QuestionnaireResponse.status': 'in-progress' }, 'simulator/QuestionnaireResponse.status (warning)'],
  ['a sieve by another name', 'a6t1', 'referral-new', { 'QuestionnaireResponse.extension.0.valueCodeableConcept.text': 'Questions' }, 'simulator/QuestionnaireResponse.extension.PTS (warning)'],
  ['a nature of call by another name', 'a6t1', 'referral-new', { 'QuestionnaireResponse.questionnaire': 'https://fhir.nhs.uk/Questionnaire/NOC' }, 'simulator/QuestionnaireResponse.extension.NOC (warning)'],
  ['a place that is of one profile', 'a6t1', 'referral-new', { 'Location.meta.profile': [INCIDENT] }, 'simulator/Location.incident (warning)'],
  ['a scene that is of one profile', 'a6t1', 'referral-new', { 'Flag.meta.profile': [FHIR_FLAG] }, 'simulator/Flag.profile (warning)'],
  ['a referral of whom it wants a booking', 'a1t1', 'referral-new', { 'Patient.identifier.0.value': '9658499007', 'ServiceRequest.supportingInfo': undefined }, 'simulator/ServiceRequest.supportingInfo (warning)'],
  ['a cancel by deleting', 'a1t1', 'referral-cancel', { 'MessageHeader.reason.coding.0': { system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'delete', display: 'Delete' } }, 'message/cancel.reason (warning)', 'http/use-context'],
  ['a cancel as if it were new', 'a1t1', 'booking-cancel', { 'MessageHeader.reason.coding.0': { system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'new', display: 'New' } }, 'message/cancel.reason (warning)', 'http/use-context'],
]

/** What it asks for elsewhere. */
// biome-ignore format: a table reads by column
export const SIMULATOR_HARMLESS: readonly Mutant[] = [
  ['a name that is not official, in a response', 'a4t1', 'validation-response-interim', { 'Patient.name.0.use': 'usual' }],
  ['a patient of a referral without address and birth date', 'a1t1', 'referral-new', { 'Patient.address': undefined, 'Patient.birthDate': undefined }],
  ['times with seven digits in one place', 'a1t1', 'booking-cancel', INEXACT],
  ['a place in figures', 'a4t1', 'validation-new', { [WORDS]: site('eastings', '-0.33424') }],
  ['an Encounter without a number, but out of area', 'a6t2', 'referral-new', { 'Encounter.identifier': undefined }],
  ['a postcode with a dash, in a referral', 'a1t1', 'referral-new', { 'Patient.address.0.postalCode': 'LS1-4AP' }],
]
