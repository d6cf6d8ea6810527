import type {
  CarePlan,
  Coding,
  Condition,
  Consent,
  Encounter,
  Flag,
  Location,
  Questionnaire,
  QuestionnaireResponse,
  Task,
} from 'fhir/r4'
import { WORKFLOWS } from '../bars/workflow.ts'
import {
  concept,
  EPISODE_OF_CARE,
  type Example,
  type Heading,
  isOf,
  isRequest,
  referenceTo,
  SENT_AT,
  SLOT_START,
  SNOMED,
  type Write,
} from './example.ts'

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem'
const ACTS = `${TERMINOLOGY}/v3-ActCode`
const EMERGENCY: Coding = { system: ACTS, code: 'EMER', display: 'emergency' }
const VIRTUAL: Coding = { system: ACTS, code: 'VR', display: 'virtual' }

const encounter = (example: Example, status: Encounter['status'], heading: Heading): Encounter => ({
  resourceType: 'Encounter',
  ...heading,
  identifier: [{ system: 'https://bars-sandbox.example/Id/case', value: 'EXAMPLE-1' }],
  status,
  class: isOf(example, 8) ? VIRTUAL : EMERGENCY,
  subject: referenceTo('Patient'),
  episodeOfCare: [{ reference: EPISODE_OF_CARE }],
  period: { start: SLOT_START },
})

/** The Encounter of the original Sender. */
export const requesterEncounter: Write<Encounter> = (example, heading) => ({
  ...encounter(example, 'triaged', heading),
  ...(isOf(example, 6) &&
    isRequest(example) && {
      statusHistory: [{ status: 'arrived', period: { start: SLOT_START } }],
      location: [{ location: referenceTo('Location') }],
    }),
})

/** The Encounter of the one who responds: it tells how far the response goes. */
export const responderEncounter: Write<Encounter> = (example, heading) => {
  const isFull = example.workflow === 'validation-response-full'
  return {
    ...encounter(example, isFull ? 'finished' : 'in-progress', heading),
    reasonCode: [
      concept(
        'https://fhir.nhs.uk/CodeSystem/message-reason-encounter',
        'validation-triage-outcome',
        'Validation of triage outcome',
      ),
    ],
  }
}

const NARRATIVE = { text: 'Nosebleed without injury; attend within the hour.' }

const ROUTINE = concept(
  'https://fhir.nhs.uk/CodeSystem/bars-broker-priority-status',
  'R',
  'Routine',
)

// An activity is a reference to the Task or has a detail, never both.
const activityOf = (example: Example): NonNullable<CarePlan['activity']> => {
  if (isOf(example, 5))
    return [{ outcomeCodeableConcept: [NARRATIVE], reference: referenceTo('Task') }]
  if (!isOf(example, 8)) return [{ outcomeCodeableConcept: [NARRATIVE] }]
  return [
    { outcomeCodeableConcept: [{ ...ROUTINE, ...NARRATIVE }], reference: referenceTo('Task') },
    { detail: { status: 'not-started', performer: [referenceTo('HealthcareService')] } },
  ]
}

export const carePlan: Write<CarePlan> = (example, heading) => {
  const isOngoing = WORKFLOWS[example.workflow].category === 'validation' || isOf(example, 6)
  return {
    resourceType: 'CarePlan',
    ...heading,
    status: isOngoing ? 'active' : 'completed',
    intent: 'plan',
    subject: referenceTo('Patient'),
    encounter: referenceTo('Encounter'),
    period: { start: SLOT_START },
    ...(isOf(example, 5, 8) && { addresses: [referenceTo('Condition')] }),
    activity: activityOf(example),
  }
}

export const consent: Write<Consent> = (_example, heading) => ({
  resourceType: 'Consent',
  ...heading,
  status: 'active',
  scope: concept(`${TERMINOLOGY}/consentscope`, 'patient-privacy', 'Privacy Consent'),
  category: [
    concept('https://fhir.nhs.uk/CodeSystem/consent-categories-bars', 'DRC', 'Direct Care'),
  ],
  patient: referenceTo('Patient'),
  dateTime: SLOT_START,
  policyRule: concept(ACTS, 'IMPLIED', 'implied consent'),
})

/** What the patient complains of. */
export const condition: Write<Condition> = (_example, heading) => ({
  resourceType: 'Condition',
  ...heading,
  clinicalStatus: concept(`${TERMINOLOGY}/condition-clinical`, 'active', 'Active'),
  verificationStatus: concept(`${TERMINOLOGY}/condition-ver-status`, 'provisional', 'Provisional'),
  category: [concept(SNOMED, '33962009', 'Presenting complaint')],
  code: { text: 'Nosebleed' },
  subject: referenceTo('Patient'),
  encounter: referenceTo('Encounter'),
})

const PHARMACY = concept(
  SNOMED,
  '2140231000000104',
  'Referral to Community Pharmacy Pharmacy First Service (procedure)',
)
const INBOUND = concept(SNOMED, '792891000000102', 'Inbound referral')

/** What is to be done: by a pharmacy, or by e-RS. */
export const task: Write<Task> = (example, heading) => ({
  resourceType: 'Task',
  ...heading,
  status: 'requested',
  intent: 'order',
  code: isOf(example, 8) ? INBOUND : PHARMACY,
  authoredOn: SLOT_START,
})

/** Where the patient is. */
export const location: Write<Location> = (example, heading) => ({
  resourceType: 'Location',
  ...heading,
  ...(isOf(example, 3, 6) && { type: [INCIDENT] }),
  name: 'Where the patient is',
  address: { line: ['1 Example Road'], city: 'Leeds', postalCode: 'LS1 4AP' },
  position: { longitude: -1.5491, latitude: 53.7974 },
})

const INCIDENT = concept(
  'https://fhir.nhs.uk/CodeSystem/location-types-bars',
  'ILOC',
  'Incident Location',
)

/** Whether the scene is safe, which the Applications of ambulance services ask for. */
export const sceneSafety: Write<Flag> = (_example, heading) => ({
  resourceType: 'Flag',
  ...heading,
  status: 'active',
  category: [concept('https://fhir.nhs.uk/CodeSystem/flag-categories-bars', 'SS', 'Scene Safety')],
  code: concept('https://fhir.nhs.uk/CodeSystem/scene-safety-codes-bars', 'S', 'The Scene is safe'),
  subject: referenceTo('Location'),
  encounter: referenceTo('Encounter'),
})

const QUESTION = { linkId: '1', text: 'Is the patient breathing?' }
const BREATHING = { system: SNOMED, code: '78064003', display: 'Breathing' }

/** The Pre Triage Sieve of Application 6. */
export const questionnaire: Write<Questionnaire> = (_example, heading) => ({
  resourceType: 'Questionnaire',
  ...heading,
  name: 'PTS',
  title: 'Pre Triage Sieve',
  status: 'active',
  date: SENT_AT,
  publisher: 'BaRS Sandbox examples',
  item: [
    { ...QUESTION, type: 'choice', required: true, answerOption: [{ valueCoding: BREATHING }] },
  ],
})

/** How it was answered. */
export const questionnaireResponse: Write<QuestionnaireResponse> = (_example, heading) => ({
  resourceType: 'QuestionnaireResponse',
  ...heading,
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-reason',
      valueCodeableConcept: { text: 'Pre Triage Sieve' },
    },
  ],
  questionnaire: 'https://fhir.nhs.uk/Questionnaire/PTS',
  status: 'completed',
  subject: referenceTo('Patient'),
  encounter: referenceTo('Encounter'),
  item: [{ ...QUESTION, answer: [{ valueCoding: BREATHING }] }],
})
