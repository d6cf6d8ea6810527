import type { Asked } from './answer.ts'
import { anInstant } from './matchers.ts'
import { slotIdOf } from './searchset.ts'

const CATEGORY = 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest'
const USE_CASE = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'

const PATIENT = {
  reference: 'Patient/0ba25005-0000-4000-8000-000000000001',
  type: 'Patient',
  display: 'The patient of the request',
}

const urgentCare = { system: USE_CASE, code: 'a1t1', display: '111 to ED' }
const validation = { system: USE_CASE, code: 'a4t1', display: '999 to CAS Validation' }

const serviceRequest = (category: string, display: string, useCase: object) => ({
  resourceType: 'ServiceRequest',
  meta: {
    lastUpdated: anInstant(),
    profile: [`https://fhir.nhs.uk/StructureDefinition/BARSServiceRequest-request-${category}`],
  },
  status: 'active',
  intent: 'plan',
  category: [{ coding: [{ system: CATEGORY, code: category, display }, useCase] }],
  subject: PATIENT,
  occurrencePeriod: { start: anInstant(), end: anInstant() },
  authoredOn: anInstant(),
})

const READS: Readonly<Record<string, () => object>> = {
  'booking-get': () => ({
    resourceType: 'Appointment',
    meta: {
      lastUpdated: anInstant(),
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment'],
    },
    status: 'booked',
    serviceCategory: [{ coding: [urgentCare] }],
    start: '2035-01-15T10:45:00.0000000+00:00',
    end: '2035-01-15T11:00:00.0000000+00:00',
    created: anInstant(),
    slot: [{ reference: `Slot/${slotIdOf('2000072489', '2035-01-15T10:45')}` }],
    participant: [{ actor: PATIENT, status: 'accepted' }],
  }),
  'referral-get': () => serviceRequest('referral', 'Transfer of Care', urgentCare),
  'validation-get': () => serviceRequest('validation', 'For Validation', validation),
}

/** The resource read, of the row's own Application. */
export const expectedRead = ({ scenario, planted }: Asked) => ({
  id: planted,
  ...READS[scenario]?.(),
})
