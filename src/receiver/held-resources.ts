import type { Appointment, CodeableConcept, Reference, ServiceRequest } from 'fhir/r4'
import { CATEGORIES, type Category, SYSTEMS, USE_CASES } from '../bars/code-systems.ts'
import { slotId } from '../bars/slot-ids.ts'
import { instant } from '../fhir/instant.ts'
import { type Application, useCaseOf } from '../scenarios/applications.ts'
import type { HeldResource } from '../scenarios/scenario.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000
const TEN_O_CLOCK_MS = 10 * 60 * MINUTE_MS

/** The service that the resources held are at. */
const SERVICE = '2000072489'

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
): Appointment => {
  const start = now - (now % DAY_MS) + DAY_MS + TEN_O_CLOCK_MS
  return {
    resourceType: 'Appointment',
    id,
    meta: {
      lastUpdated: instant(now - DAY_MS),
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment'],
    },
    status,
    serviceCategory: [{ coding: [useCaseConcept(applications)] }],
    start: instant(start),
    end: instant(start + 15 * MINUTE_MS),
    slot: [{ reference: `Slot/${slotId(SERVICE, start / MINUTE_MS)}` }],
    created: instant(now - DAY_MS),
    participant: [{ actor: PATIENT, status: 'accepted' }],
  }
}

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
