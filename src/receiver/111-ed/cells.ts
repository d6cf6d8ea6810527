import { Failure } from '../../bars/failure.ts'
import type { Workflow } from '../../bars/workflow.ts'
import { accepts, refuses, type Scenario, SOURCES } from '../../scenarios/scenario.ts'
import { IDS, patient } from '../../scenarios/sentinels.ts'
import { DEFAULT_APPOINTMENT_ID, STATEFUL_PATIENT } from './act.ts'
import { EVENTS, type Event, transition } from './machine.ts'
import { byState, STATES, type State } from './states.ts'

/** A cell of the state table as a scenario: what an event gets in a state, and where it leads. */
export interface Cell extends Scenario<'accept'> {
  readonly event: Event
  readonly state: State
  readonly next: State
  readonly given: readonly [State]
  readonly appointmentId: string
}

// biome-ignore format: a table reads by column
const IN_WORDS: Readonly<Record<Event, readonly [workflow: Workflow, title: string]>> = {
  'book':            ['booking-new',     'Make a booking'],
  'update-booking':  ['booking-update',  'Update the booking, which stays booked'],
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
    source: event === 'update-booking' ? SOURCES.ruling(6) : SOURCES.stateTable,
    given: [state],
    // Any other Appointment will do for a referral that is not linked.
    appointmentId: event === 'refer-mislinked' ? IDS.booking : DEFAULT_APPOINTMENT_ID,
    event,
    state,
    next: outcome instanceof Failure ? state : outcome,
  }
}

// biome-ignore format: a table reads by column
const TABLE: Readonly<Record<Event, Readonly<Record<State, Cell>>>> = {
  'book':            byState((state) => cell('book', state)),
  'update-booking':  byState((state) => cell('update-booking', state)),
  'cancel-booking':  byState((state) => cell('cancel-booking', state)),
  'refer-linked':    byState((state) => cell('refer-linked', state)),
  'refer-mislinked': byState((state) => cell('refer-mislinked', state)),
  'cancel-referral': byState((state) => cell('cancel-referral', state)),
}

/** The cell of an event in a state. */
export const cellOf = (event: Event, state: State): Cell => TABLE[event][state]

/** Every cell. */
export const CELLS: readonly Cell[] = EVENTS.flatMap((event) =>
  STATES.map((state) => cellOf(event, state)),
)
