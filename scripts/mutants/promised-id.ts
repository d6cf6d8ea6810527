import { DEFAULT_APPOINTMENT_ID } from '../../src/receiver/111-ed/act.ts'
import type { Scenario } from '../../src/scenarios/scenario.ts'

/** The id that a row's answer must have, if it promises one. */
export const promisedId = ({ reply, sentinel, given }: Scenario): string | undefined => {
  if (reply.kind === 'read') return sentinel.values[0]
  if (reply.kind !== 'accept') return undefined
  // What a cell without an id of its own books or cancels is the stateful patient's Appointment.
  return reply.id ?? (given === undefined ? undefined : DEFAULT_APPOINTMENT_ID)
}
