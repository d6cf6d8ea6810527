import type { Asked } from './answer.ts'
import { anInstant } from './matchers.ts'
import { searchsetOf, slotIdOf } from './searchset.ts'

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

const BOOKING = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'
const VALIDATION = '0b42eac3-0175-43c8-bbab-efaa8ca31ccf'

/** The id that a message of the patient gets, and what a read of such a resource answers. */
const FOUND: Readonly<Record<string, readonly [id: string, like: string]>> = {
  'booking-accepted-search': [BOOKING, 'booking-get'],
  'booking-then-get-501-search': ['0d440c22-7f25-4c6c-905d-2213d197d02a', 'booking-get'],
  'referral-accepted-search': ['79120f41-a431-4f08-bcc5-1e67006fcae0', 'referral-get'],
  'referral-then-get-405-search': ['61215702-0049-4d76-9807-2123f0a6ca15', 'referral-get'],
  'referral-then-get-429-search': ['9d280ad9-6dda-46d2-a75e-f5b47b2f4e87', 'referral-get'],
  'referral-then-get-503-search': ['4d65ddaa-4d09-41cd-87c9-aeb9c0c96352', 'referral-get'],
  'validation-then-get-408-search': ['9e595424-9d67-45db-9a90-03259653cd37', 'validation-get'],
  'validation-then-get-501-search': ['c337e8d8-fd5b-4a13-a8e4-0f6f4ac1bb1a', 'validation-get'],
  'validation-response-full-search': [VALIDATION, 'validation-get'],
  'validation-response-interim-search': [VALIDATION, 'validation-get'],
}

/** What a search by patient finds: one resource, or none. */
export const expectedFound = ({ scenario, planted, base, occasion }: Asked) => {
  const [type] = occasion.split('-')
  const [id = '', like = ''] = FOUND[scenario] ?? []
  const number = encodeURIComponent(`https://fhir.nhs.uk/Id/nhs-number|${planted}`)
  const resource = { resourceType: `${type}`, id, ...READS[like]?.() }
  return searchsetOf({
    base,
    self: `${base}/${type}?patient%3Aidentifier=${number}`,
    matches: id === '' ? [] : [resource],
    included: [],
  })
}

/** The resource read, of the row's own Application. */
export const expectedRead = ({ scenario, planted }: Asked) => ({
  id: planted,
  ...READS[scenario]?.(),
})
