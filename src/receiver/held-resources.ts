import type { Appointment, CodeableConcept, Reference, ServiceRequest } from 'fhir/r4'
import { CATEGORIES, type Category, SYSTEMS, USE_CASES } from '../bars/code-systems.ts'
import { DAY_MS, instant } from '../fhir/time.ts'
import { type Application, type HeldResource, useCaseOf } from '../scenarios/scenario.ts'
import { type DiarySlot, slotsOf } from './diary.ts'

/** The service that the resources held are at. */
const SERVICE = '2000072489'

/** The day on which the bookings held are: far ahead, so that their Slot stays in the future. */
export const BOOKED_DAY = '2035-01-15'

// A busy one of the diary, and always the same: GET /Slot tells the same of it, today and tomorrow.
const bookedSlot = (): DiarySlot => {
  const from = Date.parse(`${BOOKED_DAY}T10:00:00Z`)
  const session = slotsOf(SERVICE, { from, to: from + DAY_MS }, 0)
  const busy = session.find(({ status }) => status === 'busy')
  if (busy === undefined) throw new Error(`the diary has no busy Slot on ${BOOKED_DAY}`)
  return busy
}

const BOOKED_SLOT = bookedSlot()

const PATIENT: Reference = {
  reference: 'Patient/0ba25005-0000-4000-8000-000000000001',
  type: 'Patient',
  display: 'The patient of the request',
}

/** What a read answers, besides the kind of resource. */
export interface Reading {
  readonly id: string
  readonly applications: readonly Application[]
  /** Milliseconds. */
  readonly now: number
}

/** The resource that the Receiver holds, as it stands. */
export const heldResource = (
  resource: HeldResource,
  reading: Reading,
): Appointment | ServiceRequest =>
  resource.type === 'Appointment'
    ? appointment(resource.status, reading)
    : serviceRequest(resource.category, resource.status, reading)

const useCaseConcept = (applications: readonly Application[]) => {
  const code = useCaseOf(applications)
  return { system: SYSTEMS.useCase, code, display: USE_CASES[code] }
}

const appointment = (
  status: Appointment['status'],
  { id, applications, now }: Reading,
): Appointment => ({
  resourceType: 'Appointment',
  id,
  meta: {
    lastUpdated: instant(now - DAY_MS),
    profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment'],
  },
  status,
  serviceCategory: [{ coding: [useCaseConcept(applications)] }],
  start: instant(BOOKED_SLOT.start),
  end: instant(BOOKED_SLOT.end),
  slot: [{ reference: `Slot/${BOOKED_SLOT.id}` }],
  created: instant(now - DAY_MS),
  participant: [{ actor: PATIENT, status: 'accepted' }],
})

const serviceRequest = (
  category: Category,
  status: ServiceRequest['status'],
  { id, applications, now }: Reading,
): ServiceRequest => {
  const concept: CodeableConcept = {
    coding: [
      { system: SYSTEMS.category, code: category, display: CATEGORIES[category] },
      useCaseConcept(applications),
    ],
  }
  return {
    resourceType: 'ServiceRequest',
    id,
    meta: {
      lastUpdated: instant(now - DAY_MS),
      profile: [`https://fhir.nhs.uk/StructureDefinition/BARSServiceRequest-request-${category}`],
    },
    status,
    intent: 'plan',
    category: [concept],
    subject: PATIENT,
    occurrencePeriod: { start: instant(now - DAY_MS), end: instant(now) },
    authoredOn: instant(now - DAY_MS),
  }
}
