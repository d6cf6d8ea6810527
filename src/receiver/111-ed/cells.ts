import { Failure } from '../../bars/failure.ts'
import type { Workflow } from '../../bars/workflow.ts'
import { accepts, holds, refuses } from '../../scenarios/replies.ts'
import { type HeldResource, type Scenario, STATES, type State } from '../../scenarios/scenario.ts'
import { IDS, id, patient } from '../../scenarios/sentinels.ts'
import { SOURCES } from '../../scenarios/sources.ts'
import { DEFAULT_APPOINTMENT_ID, STATEFUL_PATIENT } from './act.ts'
import { EVENTS, type Event, transition } from './machine.ts'

/** A cell of the state table as a scenario: what an event gets in a state, and where it leads. */
export interface Cell extends Scenario<'accept'> {
  readonly event: Event
  readonly state: State
  readonly next: State
}

// biome-ignore format: a table reads by column
const IN_WORDS: Readonly<Record<Event, readonly [workflow: Workflow, title: string]>> = {
  'book':            ['booking-new',     'Make a booking'],
  'cancel-booking':  ['booking-cancel',  'Cancel the booking'],
  'refer-linked':    ['referral-new',    'New referral that is linked to the booking'],
  'refer-mislinked': ['referral-new',    'New referral that is not linked to the booking'],
  'cancel-referral': ['referral-cancel', 'Cancel the referral'],
}

const cell = (event: Event, state: State): Cell => {
  const [workflow, title] = IN_WORDS[event]
  const outcome = transition(state, event)
  const isReferral = workflow.startsWith('referral')
  const reply = isReferral ? accepts(IDS.referral) : accepts()
  return {
    id: `111-ed-${event}-${state}`,
    suite: '111-ED',
    title: `${title}, in the state ${state}`,
    applications: ['111-ED'],
    on: [workflow],
    sentinel: patient(...STATEFUL_PATIENT),
    reply: outcome instanceof Failure ? refuses(outcome) : reply,
    source: SOURCES.stateTable,
    given: [state],
    // Any other Appointment will do for a referral that is not linked.
    appointmentId: event === 'refer-mislinked' ? IDS.booking : DEFAULT_APPOINTMENT_ID,
    event,
    state,
    next: outcome instanceof Failure ? state : outcome,
  }
}

/** The fifteen cells. */
export const CELLS: readonly Cell[] = EVENTS.flatMap((event) =>
  STATES.map((state) => cell(event, state)),
)

/** The cell of an event in a state. */
export const cellOf = (event: Event, state: State): Cell => {
  const found = CELLS.find((each) => each.event === event && each.state === state)
  if (found === undefined) throw new Error(`the state table has no cell ${event} ${state}`)
  return found
}

const read = (
  resource: HeldResource,
  held: string,
  title: string,
  given: readonly State[],
): Scenario<'read'> => ({
  id: `111-ed-get-${held === IDS.referral ? 'referral' : 'booking'}-${resource.status}`,
  suite: '111-ED',
  title,
  applications: ['111-ED'],
  on: [resource.type],
  sentinel: id(held),
  reply: holds(resource),
  source: SOURCES.ruling(15),
  given,
})

const referral = { type: 'ServiceRequest', category: 'referral' } as const

/** Reads of what an organisation holds, or has cancelled today. */
export const HELD_READS: readonly Scenario<'read'>[] = [
  read({ type: 'Appointment', status: 'booked' }, DEFAULT_APPOINTMENT_ID, 'Get the booking held', [
    'appointment-booked',
  ]),
  read(
    { type: 'Appointment', status: 'cancelled' },
    DEFAULT_APPOINTMENT_ID,
    'Get a booking cancelled today',
    ['appointment-booked', 'initial'],
  ),
  read({ ...referral, status: 'active' }, IDS.referral, 'Get the referral held', [
    'referral-created',
  ]),
  read({ ...referral, status: 'revoked' }, IDS.referral, 'Get a referral cancelled today', [
    'referral-created',
    'appointment-booked',
  ]),
]
