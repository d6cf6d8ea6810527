import { Failure } from '../../bars/failure.ts'
import { type LondonDay, londonDay, nextLondonMidnight } from '../../bars/london.ts'
import { type Act, DEFAULT_APPOINTMENT_ID, eventOf } from './act.ts'
import { type Event, transition } from './machine.ts'
import { type BookedState, holdsAppointment, type State } from './states.ts'

/** How an organisation stands on a day: in a state, with the Appointment that it then holds. */
export type Standing = { readonly day: LondonDay } & (
  | { readonly state: BookedState; readonly appointmentId: string }
  | { readonly state: Exclude<State, BookedState>; readonly appointmentId: null }
)

/** A change of state, as history keeps it. */
export interface Transition {
  /** Milliseconds. */
  readonly at: number
  readonly event: Event | 'set'
  readonly from: State
  readonly to: State
  /** The Appointment that the change is about. */
  readonly appointmentId: string | null
}

/** What an act came to: where the organisation stands now, and the change, if it is one. */
export interface Applied {
  readonly event: Event
  /** The state that the act met. */
  readonly given: State
  readonly standing: Standing
  readonly change: Transition | undefined
}

/** Stands in a state; an Appointment that must be held and has no id has the default one. */
export const standIn = (day: LondonDay, state: State, appointmentId: string | null): Standing =>
  holdsAppointment(state)
    ? { day, state, appointmentId: appointmentId ?? DEFAULT_APPOINTMENT_ID }
    : { day, state, appointmentId: null }

/** How every organisation stands when a day begins. */
export const newDay = (day: LondonDay): Standing => standIn(day, 'initial', null)

/**
 * How an organisation stands at `now`, by how it last stood, if it ever did: a new day begins anew,
 * and the day never goes back (ruling 20).
 */
export const standingAt = (last: Standing | null, now: number): Standing => {
  const day = londonDay(now)
  return last === null || day > last.day ? newDay(day) : last
}

/** When the day of a standing ends: the midnight after it, even for a request that comes late. */
export const resetsAt = ({ day }: Standing, now: number): number => {
  let at = now
  while (londonDay(at) < day) at = nextLondonMidnight(at)
  return nextLondonMidnight(at)
}

/** Applies an act to where an organisation stands. */
export const apply = (last: Standing | null, act: Act, now: number): Applied => {
  const standing = standingAt(last, now)
  const { day, state: given, appointmentId: held } = standing
  const event = eventOf(act, held ?? DEFAULT_APPOINTMENT_ID)
  const outcome = transition(given, event)
  const isChange = !(outcome instanceof Failure) && outcome !== given
  if (!isChange) return { event, given, standing, change: undefined }

  const appointmentId = act.does === 'book' ? act.appointmentId : held
  return {
    event,
    given,
    standing: standIn(day, outcome, appointmentId),
    change: { at: now, event, from: given, to: outcome, appointmentId },
  }
}

/** Puts an organisation into a state. */
export const put = (
  last: Standing | null,
  to: State,
  now: number,
): Pick<Applied, 'standing' | 'change'> => {
  const before = standingAt(last, now)
  const { day, state: from } = before
  if (from === to) return { standing: before, change: undefined }
  const standing = standIn(day, to, before.appointmentId)
  const { appointmentId } = standing
  return { standing, change: { at: now, event: 'set', from, to, appointmentId } }
}
