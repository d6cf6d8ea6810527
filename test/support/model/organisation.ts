import { dayAt } from './clock.ts'
import type { Event, State, Table } from './table.ts'

/** A change of state as the control plane tells it. */
export interface Change {
  readonly at: number
  readonly event: Event | 'set'
  readonly from: State
  readonly to: State
}

/** What the model keeps of an organisation in a space: its day and what has happened on it. */
export interface Organisation {
  /** The day stored; empty before anything is. */
  readonly day: string
  readonly state: State
  /** The Appointment held. */
  readonly held: string | null
  /** The Appointments held at any time of the day. */
  readonly booked: readonly string[]
  /** Whether there was a referral at any time of the day. */
  readonly hasReferred: boolean
  readonly history: readonly Change[]
}

/** The Appointment of one who booked without an id of its own. */
export const DEFAULT_APPOINTMENT = '9a8df080-bfbc-457f-b30f-664bba7760a4'

/** An organisation before anything has happened on a day. */
export const dawn = (day: string): Organisation => ({
  day,
  state: 'initial',
  held: null,
  booked: [],
  hasReferred: false,
  history: [],
})

/** The organisation as a request meets it: on the later of the day it arrives and the day stored. */
export const met = (stored: Organisation, now: number): Organisation => {
  const day = dayAt(now)
  return day > stored.day ? dawn(day) : stored
}

const moved = (before: Organisation, change: Change, appointment: string | null): Organisation => {
  const held = change.to === 'initial' ? null : (appointment ?? DEFAULT_APPOINTMENT)
  return {
    ...before,
    state: change.to,
    held,
    booked: held === null ? before.booked : [...before.booked, held],
    hasReferred: before.hasReferred || change.to === 'referral-created',
    history: [...before.history, change],
  }
}

/** What became of an event: what it got, where, and what is stored after it. */
export interface Taken {
  readonly status: number
  readonly given: Organisation
  readonly after: Organisation
}

/** An event by the table. What changes no state stores nothing, not even the day. */
export const take = (
  table: Table,
  stored: Organisation,
  event: Event,
  { now, appointment }: { readonly now: number; readonly appointment: string | null },
): Taken => {
  const given = met(stored, now)
  const { status, next } = table[event][given.state]
  if (next === given.state) return { status, given, after: stored }
  const change = { at: now, event, from: given.state, to: next }
  return { status, given, after: moved(given, change, appointment ?? given.held) }
}

/** The organisation put into a state by the control plane. */
export const put = (stored: Organisation, to: State, now: number): Organisation => {
  const given = met(stored, now)
  if (given.state === to) return stored
  return moved(given, { at: now, event: 'set', from: given.state, to }, given.held)
}

/** The organisation reset by the control plane: the day stays, if one is stored. */
export const reset = (stored: Organisation, now: number): Organisation =>
  stored.day === '' ? stored : dawn(met(stored, now).day)

/** The organisation after its alarm: a day that is over is cleared, and a night later forgotten. */
export const rung = (stored: Organisation, now: number): Organisation => {
  if (dayAt(now) <= stored.day) return stored
  return stored.history.length > 0 ? dawn(dayAt(now)) : dawn('')
}
