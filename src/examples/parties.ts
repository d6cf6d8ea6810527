import type {
  HealthcareService,
  Organization,
  Practitioner,
  PractitionerRole,
  Schedule,
  Slot,
} from 'fhir/r4'
import { SYSTEMS } from '../bars/code-systems.ts'
import { SERVICES } from '../bars/services.ts'
import { SLOT_END, SLOT_START, to, type Write } from './example.ts'

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
  practitioner: to('Practitioner'),
  organization: to('Organization'),
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
  providedBy: to('Organization-2'),
  name: SERVICES[service],
})

export const slot: Write<Slot> = (_example, heading) => ({
  resourceType: 'Slot',
  ...heading,
  schedule: to('Schedule'),
  status: 'free',
  start: SLOT_START,
  end: SLOT_END,
})

export const schedule: Write<Schedule> = (_example, heading) => ({
  resourceType: 'Schedule',
  ...heading,
  active: true,
  actor: [to('HealthcareService')],
})
