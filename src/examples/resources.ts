import type {
  Appointment,
  Device,
  HealthcareService,
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
import { focusType, isResponse, WORKFLOWS } from '../bars/workflow.ts'
import { EXAMPLE_PATIENT } from '../scenarios/sentinels.ts'
import {
  concept,
  type Example,
  entryNames,
  isOf,
  isRequest,
  REQUEST_BUNDLE_ID,
  referenceTo,
  SLOT_END,
  SLOT_START,
  SNOMED,
  useCaseCoding,
  type Write,
} from './example.ts'

/** The service that examples come from. */
const SENDER_SERVICE = '2000093816'

// What helped to decide, as the Applications of urgent care ask.
const CDSS = {
  url: 'https://fhir.nhs.uk/StructureDefinition/CDSSExtension',
  extension: [
    { url: 'RequesterCDSSsoftware', valueString: 'BaRS Sandbox examples' },
    { url: 'RequesterCDSSversion', valueString: '1.0.0' },
  ],
}

export const messageHeader: Write<MessageHeader> = (example, heading) => {
  const { workflow, service } = example
  const { event, category, reasons, definition } = WORKFLOWS[workflow]
  const answersRequest = isResponse(workflow)
  return {
    resourceType: 'MessageHeader',
    ...heading,
    ...(isOf(example, 1, 2, 3, 4) && { extension: [CDSS] }),
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
    ...referencesOf(example),
    occurrencePeriod: { start: SLOT_START, end: SLOT_END },
    authoredOn: SLOT_START,
    ...(isOf(example, 8) && isRequest(example) && BROKERED),
    ...(example.appointmentId && {
      supportingInfo: [{ reference: `Appointment/${example.appointmentId}`, display: 'Booking' }],
    }),
  }
}

// What e-RS is asked for, and whether a letter follows.
const BROKERED = {
  code: concept(SNOMED, '792891000000102', 'Inbound referral'),
  orderDetail: [
    concept(
      'https://fhir.nhs.uk/CodeSystem/bars-broker-referral-letter-status',
      'NOT_INTENDING_TO_ADD',
      'Not intending to add',
    ),
  ],
}

// What a request leads to, of what the message holds.
const referencesOf = (example: Example): Partial<ServiceRequest> => {
  const names = entryNames(example)
  return {
    ...(names.includes('CarePlan') && { basedOn: [referenceTo('CarePlan')] }),
    ...(names.includes('Encounter') && { encounter: referenceTo('Encounter') }),
    ...(names.includes('Practitioner') && { requester: referenceTo('Practitioner') }),
    ...(names.includes('HealthcareService') && { performer: [referenceTo('HealthcareService')] }),
    // What an e-RS referral is asked of is the broker.
    ...(names.includes('Device') && { performer: [referenceTo('Device')] }),
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
  name: [{ use: 'official', family: EXAMPLE_PATIENT.family, given: [EXAMPLE_PATIENT.given] }],
  gender: 'other',
  birthDate: EXAMPLE_PATIENT.birthDate,
  address: [
    {
      use: 'home',
      type: 'both',
      text: '1 Example Road, Leeds, LS1 4AP',
      line: ['1 Example Road'],
      city: 'Leeds',
      postalCode: EXAMPLE_PATIENT.postalCode,
    },
  ],
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
          system: SNOMED,
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

/** The broker of Application 8. */
export const device: Write<Device> = (_example, heading) => ({
  resourceType: 'Device',
  ...heading,
  status: 'active',
  deviceName: [{ name: 'Example broker', type: 'user-friendly-name' }],
  owner: referenceTo('Organization-2'),
})

// Application 7 alone asks what the service of a Slot is.
const serviceOf = (example: Example) =>
  isOf(example, 7) ? { serviceCategory: [{ coding: [useCaseCoding(example)] }] } : {}

export const slot: Write<Slot> = (example, heading) => ({
  resourceType: 'Slot',
  ...heading,
  ...serviceOf(example),
  schedule: referenceTo('Schedule'),
  status: 'free',
  start: SLOT_START,
  end: SLOT_END,
})

export const schedule: Write<Schedule> = (example, heading) => ({
  resourceType: 'Schedule',
  ...heading,
  ...(isOf(example, 7) && {
    identifier: [{ system: 'https://bars-sandbox.example/Id/schedule', value: 'EXAMPLE-1' }],
  }),
  active: true,
  ...serviceOf(example),
  actor: [referenceTo('HealthcareService')],
})
