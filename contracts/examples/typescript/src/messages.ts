/** The five messages that Calder Telehealth sends. */

import { appointment, clinician, entry, patient, serviceRequest, to, triage } from './entries.ts'
import { type Message, now, type Resource } from './fhir.ts'
import { message, partiesOf } from './message.ts'

/** A free Slot, with the Schedule and the HealthcareService behind it. */
export interface Place {
  readonly slot: Resource
  readonly schedule: Resource
  readonly service: Resource
}

/** A new booking or, where the Appointment has its id, an update of it. */
export const booking = (odsCode: string, nhsNumber: string, place: Place, id?: string): Message => {
  const parties = partiesOf(odsCode)
  const person = patient(nhsNumber)
  const { start, end } = place.slot
  const service = entry('HealthcareService', { ...place.service, providedBy: to(parties.them) })
  const schedule = entry('Schedule', { id: place.schedule.id, actor: [to(service)] })
  const slot = entry('Slot', { ...place.slot, status: 'busy', schedule: to(schedule) })
  return message({
    event: 'booking-request',
    reason: id === undefined ? 'new' : 'update',
    category: 'booked',
    definition: 'booking-request',
    parties,
    focus: appointment('booked', person, { ...(id && { id }), slot: [to(slot)], start, end }),
    others: [person, service, schedule, slot],
  })
}

/** Linked to the booking that was made for it. */
export const referral = (
  odsCode: string,
  nhsNumber: string,
  place: Place,
  appointmentId: string,
): Message => {
  const parties = partiesOf(odsCode)
  const person = patient(nhsNumber)
  const { encounter, carePlan, consent } = triage(person)
  const { practitioner, role } = clinician(parties.us)
  const service = entry('HealthcareService', { ...place.service, providedBy: to(parties.them) })
  return message({
    event: 'servicerequest-request',
    reason: 'new',
    category: 'referral',
    definition: 'servicerequest-request-referral',
    parties,
    focus: serviceRequest('active', person, {
      authoredOn: now(),
      encounter: to(encounter),
      basedOn: [to(carePlan)],
      requester: to(role),
      performer: [to(service)],
      supportingInfo: [{ reference: `Appointment/${appointmentId}` }],
    }),
    others: [person, encounter, carePlan, consent, practitioner, role, service],
  })
}

/** Of a Slot, which says when it was. */
export const cancelledBooking = (
  odsCode: string,
  nhsNumber: string,
  { start, end }: Resource,
  id: string,
): Message => {
  const person = patient(nhsNumber)
  return message({
    event: 'booking-request',
    reason: 'update',
    category: 'cancelled',
    definition: 'booking-request-cancelled',
    parties: partiesOf(odsCode),
    focus: appointment('cancelled', person, { id, start, end }),
    others: [person],
  })
}

export const cancelledReferral = (odsCode: string, nhsNumber: string, id: string): Message => {
  const person = patient(nhsNumber)
  return message({
    event: 'servicerequest-request',
    reason: 'update',
    category: 'referral',
    definition: 'servicerequest-request-cancelled',
    parties: partiesOf(odsCode),
    focus: serviceRequest('revoked', person, { id }),
    others: [person],
  })
}
