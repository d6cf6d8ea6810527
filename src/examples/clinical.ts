import type { CarePlan, Condition, Consent, Encounter } from 'fhir/r4'
import { WORKFLOWS } from '../bars/workflow.ts'
import { type Heading, isCadRequest, SLOT_START, to, type Write } from './example.ts'
import { EPISODE_OF_CARE } from './ids.ts'

const encounter = (status: Encounter['status'], heading: Heading): Encounter => ({
  resourceType: 'Encounter',
  ...heading,
  status,
  class: {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
    code: 'EMER',
    display: 'emergency',
  },
  subject: to('Patient'),
  episodeOfCare: [{ reference: EPISODE_OF_CARE }],
  period: { start: SLOT_START },
})

/** The Encounter of the original Sender. */
export const requesterEncounter: Write<Encounter> = (example, heading) => ({
  ...encounter('triaged', heading),
  ...(isCadRequest(example) && {
    statusHistory: [{ status: 'arrived', period: { start: SLOT_START } }],
    location: [{ location: to('Location') }],
  }),
})

/** The Encounter of the one who responds: it tells how far the response goes. */
export const responderEncounter: Write<Encounter> = ({ workflow }, heading) => ({
  ...encounter(workflow === 'validation-response-full' ? 'finished' : 'in-progress', heading),
  reasonCode: [
    {
      coding: [
        {
          system: 'https://fhir.nhs.uk/CodeSystem/message-reason-encounter',
          code: 'validation-triage-outcome',
          display: 'Validation of triage outcome',
        },
      ],
    },
  ],
})

export const carePlan: Write<CarePlan> = (example, heading) => ({
  resourceType: 'CarePlan',
  ...heading,
  status:
    WORKFLOWS[example.workflow].category === 'validation' || isCadRequest(example)
      ? 'active'
      : 'completed',
  intent: 'plan',
  subject: to('Patient'),
  encounter: to('Encounter'),
  period: { start: SLOT_START },
  activity: [
    { outcomeCodeableConcept: [{ text: 'Nosebleed without injury; attend within the hour.' }] },
  ],
})

export const consent: Write<Consent> = (_example, heading) => ({
  resourceType: 'Consent',
  ...heading,
  status: 'active',
  scope: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/consentscope',
        code: 'patient-privacy',
        display: 'Privacy Consent',
      },
    ],
  },
  category: [
    {
      coding: [
        {
          system: 'https://fhir.nhs.uk/CodeSystem/consent-categories-bars',
          code: 'DRC',
          display: 'Direct Care',
        },
      ],
    },
  ],
  patient: to('Patient'),
  dateTime: SLOT_START,
  policyRule: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'IMPLIED',
        display: 'implied',
      },
    ],
  },
})

/** What the patient complains of. */
export const condition: Write<Condition> = (_example, heading) => ({
  resourceType: 'Condition',
  ...heading,
  clinicalStatus: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
        code: 'active',
        display: 'Active',
      },
    ],
  },
  category: [
    {
      coding: [
        { system: 'http://snomed.info/sct', code: '33962009', display: 'Presenting complaint' },
      ],
    },
  ],
  code: { text: 'Nosebleed' },
  subject: to('Patient'),
  encounter: to('Encounter'),
})
