/** Where an organisation's 111-ED conversation stands. */
export const STATES = ['initial', 'appointment-booked', 'referral-created'] as const

export type State = (typeof STATES)[number]

/** What an organisation holds in a state. */
interface Held {
  readonly appointment: boolean
  readonly serviceRequest: boolean
}

// biome-ignore format: a table reads by column
const HELD = {
  'initial':            { appointment: false, serviceRequest: false },
  'appointment-booked': { appointment: true,  serviceRequest: false },
  'referral-created':   { appointment: true,  serviceRequest: true },
} as const satisfies Readonly<Record<State, Held>>

/** A state in which an Appointment is held. */
export type BookedState = {
  [Each in State]: (typeof HELD)[Each]['appointment'] extends true ? Each : never
}[State]

export const holdsAppointment = (state: State): state is BookedState => HELD[state].appointment

export const holdsServiceRequest = (state: State): boolean => HELD[state].serviceRequest

/** Makes something for each state. */
export const byState = <T>(make: (state: State) => T): Readonly<Record<State, T>> => ({
  initial: make('initial'),
  'appointment-booked': make('appointment-booked'),
  'referral-created': make('referral-created'),
})
