import type { Appointment, ServiceRequest } from 'fhir/r4'
import { CATEGORIES, SYSTEMS } from '../bars/code-systems.ts'
import { WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import { entryNames } from './entries.ts'
import { SLOT_END, SLOT_START, to, useCaseCoding, type Write } from './example.ts'

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
    ...(isBooking && statuses[0] === 'booked' && { slot: [to('Slot')] }),
    participant: [{ actor: to('Patient'), status: 'accepted' }],
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
    subject: to('Patient'),
    ...linksOf(example.workflow),
    occurrencePeriod: { start: SLOT_START, end: SLOT_END },
    authoredOn: SLOT_START,
    ...(example.appointmentId && {
      supportingInfo: [{ reference: `Appointment/${example.appointmentId}`, display: 'Booking' }],
    }),
  }
}

// What a request leads to, of what the message holds.
const linksOf = (workflow: Workflow): Partial<ServiceRequest> => {
  const names = entryNames(workflow)
  return {
    ...(names.includes('CarePlan') && { basedOn: [to('CarePlan')] }),
    ...(names.includes('Encounter') && { encounter: to('Encounter') }),
    ...(names.includes('Practitioner') && { requester: to('Practitioner') }),
    ...(names.includes('HealthcareService') && { performer: [to('HealthcareService')] }),
    ...(names.includes('Location') && { locationReference: [to('Location')] }),
  }
}
