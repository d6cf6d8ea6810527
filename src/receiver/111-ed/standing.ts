import { Failure } from '../../bars/failure.ts'
import { type LondonDay, londonDay, nextLondonMidnight } from '../../bars/london.ts'
import type { State } from '../../scenarios/scenario.ts'
import { type Act, DEFAULT_APPOINTMENT_ID, eventOf } from './act.ts'
import { type Event, transition } from './machine.ts'

/** How an organisation stands on a day. */
export interface Standing {
  readonly day: LondonDay
  readonly state: State
  /** The Appointment held; null in the initial state. */
  readonly appointmentId: string | null
}

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

/** What an act came to: where the organisation stands now and, unless it was refused, the change. */
export interface Applied {
  readonly event: Event
  /** The state that the act met. */
  readonly given: State
  readonly standing: Standing
  readonly change: Transition | undefined
}

/** The beginning of a day. */
export const atDawn = (day: LondonDay): Standing => ({ day, state: 'initial', appointmentId: null })

/** How an organisation stands at `now`: a new day begins anew, and the day never goes back (ruling 20). */
export const standingAt = (stored: Standing, now: number): Standing => {
  const day = londonDay(now)
  return day > stored.day ? atDawn(day) : stored
}

/** When the day of a standing ends: the midnight after it, even for a request that comes late. */
export const resetsAt = ({ day }: Standing, now: number): number => {
  let at = now
  while (londonDay(at) < day) at = nextLondonMidnight(at)
  return nextLondonMidnight(at)
}

/** Applies an act to where an organisation stands. */
export const apply = (stored: Standing, act: Act, now: number): Applied => {
  const standing = standingAt(stored, now)
  const given = standing.state
  const event = eventOf(act, standing.appointmentId ?? DEFAULT_APPOINTMENT_ID)
  const outcome = transition(given, event)
  if (outcome instanceof Failure) return { event, given, standing, change: undefined }

  const appointmentId = act.does === 'book' ? act.appointmentId : standing.appointmentId
  return {
    event,
    given,
    standing: {
      ...standing,
      state: outcome,
      appointmentId: outcome === 'initial' ? null : appointmentId,
    },
    change: { at: now, event, from: given, to: outcome, appointmentId },
  }
}

/** Puts an organisation into a state. */
export const put = (
  stored: Standing,
  to: State,
  now: number,
): Pick<Applied, 'standing' | 'change'> => {
  const standing = standingAt(stored, now)
  const { day, state: from, appointmentId: held } = standing
  if (from === to) return { standing, change: undefined }
  const appointmentId = to === 'initial' ? null : (held ?? DEFAULT_APPOINTMENT_ID)
  return {
    standing: { day, state: to, appointmentId },
    change: { at: now, event: 'set', from, to, appointmentId },
  }
}
