import type { Json } from '../../../src/fhir/json.ts'
import { endOf } from './calendar.ts'
import { type Change, met, type Organisation } from './organisation.ts'
import { EVENTS, TABLE } from './table.ts'
import { REFERRAL } from './values.ts'

/** An organisation of a space. */
export interface Address {
  readonly space: string
  readonly odsCode: string
}

interface Given {
  readonly now: number
  readonly address: Address
}

/** The organisation as the control plane shows it. */
export const view = (stored: Organisation, { now, address }: Given): Json => {
  const { day, state, held, history } = met(stored, now)
  return {
    ...address,
    state,
    held: {
      appointmentId: held,
      serviceRequestId: state === 'referral-created' ? REFERRAL : null,
    },
    next: EVENTS.map((event) => {
      const { status, next } = TABLE[event][state]
      return { event, status, state: next }
    }),
    history: history.map(shown),
    resetsAt: new Date(endOf(day)).toISOString(),
  }
}

const shown = ({ at, event, from, to }: Change): Json => ({
  at: new Date(at).toISOString(),
  event,
  from,
  to,
  status: 200,
  scenario: event === 'set' ? null : `111-ed-${event}-${from}`,
})
