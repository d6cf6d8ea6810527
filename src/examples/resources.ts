import type {
  Appointment,
  CarePlan,
  Condition,
  Consent,
  Encounter,
  Flag,
  HealthcareService,
  Location,
  MessageHeader,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
  Schedule,
  ServiceRequest,
  Slot,
} from 'fhir/r4'
import { CATEGORIES, MESSAGE_REASONS, SYSTEMS } from '../bars/code-systems.ts'
import { definitionUrl } from '../bars/message-definitions.ts'
import { SERVICES } from '../bars/services.ts'
import { focusType, isResponse, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import {
  EPISODE_OF_CARE,
  entryNames,
  type Heading,
  isCadRequest,
  REQUEST_BUNDLE_ID,
  referenceTo,
  SLOT_END,
  SLOT_START,
  useCaseCoding,
  type Write,
} from './example.ts'

/** The service that examples come from. */
const SENDER_SERVICE = '2000093816'

export const messageHeader: Write<MessageHeader> = ({ workflow, service }, heading) => {
  const { event, category, reasons, definition } = WORKFLOWS[workflow]
  const answersRequest = isResponse(workflow)
  return {
    resourceType: 'MessageHeader',
    ...heading,
    eventCoding: { system: SYSTEMS.event, code: event },
    destination: [
      { endpoint: `${SYSTEMS.dosService}|${service}`, receiver: referenceTo('Organization-2') },
    ],
    sender: referenceTo('Organization'),
    source: {
      name: 'Example urgent care Sender',
      software: 'BaRS Sandbox examples',
      version: '1.0.0',
      contact: { system: 'phone', value: '0113 496 0000' },
      endpoint: `${SYSTEMS.dosService}|${SENDER_SERVICE}`,
    },
    reason: {
      coding: [{ system: SYSTEMS.reason, code: reasons[0], display: MESSAGE_REASONS[reasons[0]] }],
    },
    ...(answersRequest && { response: { identifier: REQUEST_BUNDLE_ID, code: 'ok' as const } }),
    // A response to a validation request is about the responder's Encounter (Application 4).
    focus: [
      referenceTo(answersRequest && category === 'validation' ? 'Encounter-2' : focusType(event)),
    ],
    definition: definitionUrl(definition),
  }
}

export const appointment: Write<Appointment> = (example, heading) => {
  const { event, statuses } = WORKFLOWS[example.workflow]
  const isBooking = event === 'booking-request'
  return {
    resourceType: 'Appointment',
    ...heading,
    // In a response to a referral the patient did not come (Application 1, "Safeguarding").
    status: isBooking ? statuses[0] : 'noshow',
    serviceCategory: [{ coding: [useCaseCoding(example)] }],
    start: SLOT_START,
    end: SLOT_END,
    ...(isBooking && statuses[0] === 'booked' && { slot: [referenceTo('Slot')] }),
    participant: [{ actor: referenceTo('Patient'), status: 'accepted' }],
  }
}

export const serviceRequest: Write<ServiceRequest> = (example, heading) => {
  const { category = 'referral', statuses } = WORKFLOWS[example.workflow]
  return {
    resourceType: 'ServiceRequest',
    ...heading,
    status: statuses[0] === 'booked' || statuses[0] === 'cancelled' ? 'active' : statuses[0],
    intent: 'plan',
    category: [
      {
        coding: [
          { system: SYSTEMS.category, code: category, display: CATEGORIES[category] },
          useCaseCoding(example),
        ],
      },
    ],
    subject: referenceTo('Patient'),
    ...referencesOf(example.workflow),
    occurrencePeriod: { start: SLOT_START, end: SLOT_END },
    authoredOn: SLOT_START,
    ...(example.appointmentId && {
      supportingInfo: [{ reference: `Appointment/${example.appointmentId}`, display: 'Booking' }],
    }),
  }
}

// What a request leads to, of what the message holds.
const referencesOf = (workflow: Workflow): Partial<ServiceRequest> => {
  const names = entryNames(workflow)
  return {
    ...(names.includes('CarePlan') && { basedOn: [referenceTo('CarePlan')] }),
    ...(names.includes('Encounter') && { encounter: referenceTo('Encounter') }),
    ...(names.includes('Practitioner') && { requester: referenceTo('Practitioner') }),
    ...(names.includes('HealthcareService') && { performer: [referenceTo('HealthcareService')] }),
    ...(names.includes('Location') && { locationReference: [referenceTo('Location')] }),
  }
}

const VERIFIED = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
  valueCodeableConcept: {
    coding: [
      {
        system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
        code: 'number-present-and-verified',
        display: 'Number present and verified',
      },
    ],
  },
}

export const patient: Write<Patient> = ({ nhsNumber }, heading) => ({
  resourceType: 'Patient',
  ...heading,
  ...(nhsNumber && {
    identifier: [{ extension: [VERIFIED], system: SYSTEMS.nhsNumber, value: nhsNumber }],
  }),
  name: [{ use: 'official', family: 'Example', given: ['Alex'] }],
  gender: 'other',
  birthDate: '1980-02-29',
  address: [{ use: 'home', line: ['1 Example Road'], city: 'Leeds', postalCode: 'LS1 4AP' }],
  contact: [
    {
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ContactRank',
          valuePositiveInt: 1,
        },
      ],
      relationship: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
              code: 'ONESELF',
              display: 'self',
            },
          ],
        },
      ],
      telecom: [{ system: 'phone', value: '07700 900000', use: 'mobile', rank: 1 }],
    },
  ],
})

/** The ODS code of the Sender of the examples. */
export const SENDER_ODS_CODE = 'A1001'

export const senderOrganization: Write<Organization> = (_example, heading) => ({
  resourceType: 'Organization',
  ...heading,
  identifier: [{ system: SYSTEMS.odsCode, value: SENDER_ODS_CODE }],
  name: 'Example Sender organisation',
})

export const receiverOrganization: Write<Organization> = (_example, heading) => ({
  resourceType: 'Organization',
  ...heading,
  identifier: [{ system: SYSTEMS.odsCode, value: 'BARS1' }],
  name: 'BaRS Sandbox Trust',
})

export const practitioner: Write<Practitioner> = (_example, heading) => ({
  resourceType: 'Practitioner',
  ...heading,
  identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-role-profile-id', value: '555000000002' }],
  name: [{ use: 'official', family: 'Sender', given: ['Sam'] }],
})

export const practitionerRole: Write<PractitionerRole> = (_example, heading) => ({
  resourceType: 'PractitionerRole',
  ...heading,
  practitioner: referenceTo('Practitioner'),
  organization: referenceTo('Organization'),
  code: [
    {
      coding: [
        {
          system: 'http://snomed.info/sct',
          code: '224608005',
          display: 'Administrative healthcare staff',
        },
      ],
    },
  ],
})

export const healthcareService: Write<HealthcareService> = ({ service }, heading) => ({
  resourceType: 'HealthcareService',
  ...heading,
  identifier: [{ system: SYSTEMS.dosService, value: service }],
  active: true,
  providedBy: referenceTo('Organization-2'),
  name: SERVICES[service],
})

export const slot: Write<Slot> = (_example, heading) => ({
  resourceType: 'Slot',
  ...heading,
  schedule: referenceTo('Schedule'),
  status: 'free',
  start: SLOT_START,
  end: SLOT_END,
})

export const schedule: Write<Schedule> = (_example, heading) => ({
  resourceType: 'Schedule',
  ...heading,
  active: true,
  actor: [referenceTo('HealthcareService')],
})

const encounter = (status: Encounter['status'], heading: Heading): Encounter => ({
  resourceType: 'Encounter',
  ...heading,
  status,
  class: {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
    code: 'EMER',
    display: 'emergency',
  },
  subject: referenceTo('Patient'),
  episodeOfCare: [{ reference: EPISODE_OF_CARE }],
  period: { start: SLOT_START },
})

/** The Encounter of the original Sender. */
export const requesterEncounter: Write<Encounter> = (example, heading) => ({
  ...encounter('triaged', heading),
  ...(isCadRequest(example) && {
    statusHistory: [{ status: 'arrived', period: { start: SLOT_START } }],
    location: [{ location: referenceTo('Location') }],
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
  subject: referenceTo('Patient'),
  encounter: referenceTo('Encounter'),
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
  patient: referenceTo('Patient'),
  dateTime: SLOT_START,
  policyRule: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'IMPLIED',
        display: 'implied consent',
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
  subject: referenceTo('Patient'),
  encounter: referenceTo('Encounter'),
})

/** Where the patient is. */
export const location: Write<Location> = (example, heading) => ({
  resourceType: 'Location',
  ...heading,
  ...(isCadRequest(example) && { type: [INCIDENT] }),
  name: 'Where the patient is',
  address: { line: ['1 Example Road'], city: 'Leeds', postalCode: 'LS1 4AP' },
  position: { longitude: -1.5491, latitude: 53.7974 },
})

const INCIDENT = {
  coding: [
    {
      system: 'https://fhir.nhs.uk/CodeSystem/location-types-bars',
      code: 'ILOC',
      display: 'Incident Location',
    },
  ],
}

/** Whether the scene is safe, which the Applications of ambulance services ask for. */
export const sceneSafety: Write<Flag> = (_example, heading) => ({
  resourceType: 'Flag',
  ...heading,
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
  subject: referenceTo('Location'),
  encounter: referenceTo('Encounter'),
})
