import type { Json } from '../../../src/fhir/json.ts'

const coding = (code: string): Json => ({
  coding: [{ system: 'http://snomed.info/sct', code, display: `Code ${code}` }],
})
const patient: Json = { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000004' }
const encounter: Json = { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000005' }
const time = '2035-01-15T09:00:00+00:00'

/** Resources that the examples do not hold, each with all that it must have. */
const BESIDE: Readonly<Record<string, { readonly [key: string]: Json }>> = {
  AllergyIntolerance: { patient, reaction: [{ manifestation: [coding('1')] }] },
  Communication: {
    status: 'completed',
    topic: { text: 'On the way' },
    encounter,
    sent: time,
    payload: [{ contentString: 'An ambulance is on the way.' }],
  },
  Condition: {
    clinicalStatus: coding('active'),
    verificationStatus: coding('confirmed'),
    category: [coding('33962009')],
    code: { text: 'A rash' },
    subject: patient,
    encounter,
  },
  Device: {
    status: 'active',
    deviceName: [{ name: 'Broker', type: 'user-friendly-name' }],
    owner: { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000009' },
  },
  MedicationStatement: {
    status: 'active',
    medicationCodeableConcept: { text: 'Paracetamol' },
    subject: patient,
    dosage: [{ timing: { repeat: { frequency: 1 } } }],
  },
  Observation: { status: 'final', code: { text: 'Estimated age' }, subject: patient, encounter },
  Procedure: {
    status: 'in-progress',
    code: { text: 'First aid' },
    subject: patient,
    encounter,
    performedPeriod: { start: time },
  },
  Questionnaire: {
    name: 'PTS',
    title: 'Pre Triage Sieve',
    status: 'active',
    date: time,
    publisher: 'NHS England',
    item: [
      {
        linkId: '1',
        text: 'Is the patient breathing?',
        type: 'choice',
        required: true,
        answerOption: [{ valueCoding: { code: 'yes' } }],
      },
    ],
  },
  QuestionnaireResponse: {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-reason',
        valueCodeableConcept: { text: 'Service rejected' },
      },
    ],
    status: 'completed',
    subject: patient,
    item: [
      {
        linkId: '1',
        text: 'Services',
        item: [{ linkId: '1.1', item: [{ linkId: '1.1.1', answer: [{ valueString: 'Busy' }] }] }],
      },
    ],
  },
  RelatedPerson: {
    patient,
    relationship: [coding('MTH')],
    name: [{ text: 'A mother' }],
    telecom: [{ system: 'phone', value: '0113 496 0000' }],
  },
  Task: {
    status: 'requested',
    intent: 'order',
    code: { text: 'See the patient' },
    authoredOn: time,
  },
}

/** An entry for a resource of that type. */
export const entryBeside = (resourceType: string): Json => ({
  fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-00000000000f',
  resource: {
    resourceType,
    meta: {
      lastUpdated: time,
      profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${resourceType}`],
    },
    ...BESIDE[resourceType],
  },
})

export const TYPES_BESIDE: readonly string[] = Object.keys(BESIDE)
