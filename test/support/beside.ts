import type { UseCase } from '../../src/bars/code-systems.ts'
import type { Json } from '../../src/fhir/json.ts'

const coding = (code: string): Json => ({
  coding: [{ system: 'http://snomed.info/sct', code, display: `Code ${code}` }],
})
export const patient: Json = { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000004' }
const hl7 = (system: string, code: string, display: string): Json => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code, display }],
})
const encounter: Json = { reference: 'urn:uuid:0ba25000-0000-4000-8000-000000000005' }
const time = '2035-01-15T09:00:00+00:00'

/** Resources that the examples do not hold, each with all that it must have. */
const BESIDE: Readonly<Record<string, { readonly [key: string]: Json }>> = {
  AllergyIntolerance: {
    clinicalStatus: hl7('allergyintolerance-clinical', 'active', 'Active'),
    patient,
    reaction: [{ manifestation: [coding('1')] }],
  },
  Communication: {
    status: 'completed',
    topic: { text: 'On the way' },
    encounter,
    sent: time,
    payload: [{ contentString: 'An ambulance is on the way.' }],
  },
  Condition: {
    clinicalStatus: hl7('condition-clinical', 'active', 'Active'),
    verificationStatus: hl7('condition-ver-status', 'confirmed', 'Confirmed'),
    category: [coding('33962009')],
    code: { text: 'A rash' },
    subject: patient,
    encounter,
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
    code: coding('2'),
    authoredOn: time,
  },
}

/** The use case of an Application whose tables have that type, where Application 1 has not. */
const USE_CASES: Readonly<Record<string, UseCase>> = {
  Communication: 'a6t1',
  Condition: 'a5t1',
  Procedure: 'a6t1',
  Task: 'a5t1',
}

export const useCaseFor = (resourceType: string): UseCase => USE_CASES[resourceType] ?? 'a1t1'

/** An entry for a resource of that type, with all that it must have or with those members. */
export const entryBeside = (resourceType: string, members = BESIDE[resourceType]): Json => ({
  fullUrl: 'urn:uuid:0ba25000-0000-4000-8000-00000000000f',
  resource: {
    resourceType,
    meta: {
      lastUpdated: time,
      profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${resourceType}`],
    },
    ...members,
  },
})

export const TYPES_BESIDE: readonly string[] = Object.keys(BESIDE)
