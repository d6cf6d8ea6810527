import { claims } from '../../scenarios/find.ts'
import type { HeldResource, Scenario } from '../../scenarios/scenario.ts'
import { IDS } from '../../scenarios/sentinels.ts'
import { HELD_READS } from './cells.ts'
import type { OrganisationRecord } from './organisation.ts'

type ResourceType = HeldResource['type']

/** Whether an organisation can hold a resource of that id: it is asked for no other. */
export const mayHold = (type: ResourceType, id: string): boolean =>
  type === 'ServiceRequest' ? id === IDS.referral : !claims(type, id)

/** The scenario of reading what an organisation holds, or has cancelled today, if it does (ruling 15). */
export const heldRead = (
  type: ResourceType,
  id: string,
  record: OrganisationRecord,
): Scenario<'read'> | undefined => {
  const status = type === 'Appointment' ? appointmentStatus(id, record) : referralStatus(record)
  return HELD_READS.find(({ reply }) => reply.kind === 'read' && reply.resource.status === status)
}

const appointmentStatus = (id: string, { standing, history }: OrganisationRecord) => {
  if (standing.appointmentId === id) return 'booked'
  return history.some(({ appointmentId }) => appointmentId === id) ? 'cancelled' : undefined
}

const referralStatus = ({ standing, history }: OrganisationRecord) => {
  if (standing.state === 'referral-created') return 'active'
  return history.some(({ to }) => to === 'referral-created') ? 'revoked' : undefined
}
