import { type Failure, fail } from '../../bars/failure.ts'
import type { State } from './states.ts'

/** What a Sender does in a 111-ED conversation. */
export const EVENTS = [
  'book',
  'update-booking',
  'cancel-booking',
  'refer-linked',
  'refer-mislinked',
  'cancel-referral',
] as const

export type Event = (typeof EVENTS)[number]

/** What an event does in a state: it succeeds and leads on, or stays; or it is refused. */
export type Outcome = State | Failure

const noBooking = fail(
  'REC_BAD_REQUEST',
  'not-found',
  'The booking (Appointment) that this request relates to does not exist.',
)
const noReferral = fail(
  'REC_BAD_REQUEST',
  'not-found',
  'The referral (ServiceRequest) that this request relates to does not exist.',
)
const noReferralYet = fail(
  'REC_BAD_REQUEST',
  'not-found',
  'The referral (ServiceRequest) does not exist, because the booking (Appointment) does not exist.',
)
const bookingExists = fail(
  'REC_CONFLICT',
  'conflict',
  'The booking (Appointment) already exists. Cancel it before you book again.',
)
const referralExists = fail(
  'REC_CONFLICT',
  'conflict',
  'The referral (ServiceRequest) already exists. Cancel it before you refer again.',
)
const notLinked = fail(
  'REC_CONFLICT',
  'conflict',
  'The referral (ServiceRequest) is not linked to the booking (Appointment) held: supportingInfo must reference it.',
)

/**
 * The 111-ED state machine: event × state → next state or refusal. NHS England, BaRS Testing and
 * Environments, "Stateful Scenarios"; next states by ruling 3, updates by ruling 6.
 */
// biome-ignore format: a table reads by column
const MACHINE: Readonly<Record<Event, Readonly<Record<State, Outcome>>>> = {
  'book':            { 'initial': 'appointment-booked', 'appointment-booked': bookingExists,        'referral-created': bookingExists },
  'update-booking':  { 'initial': noBooking,            'appointment-booked': 'appointment-booked', 'referral-created': 'referral-created' },
  'cancel-booking':  { 'initial': noBooking,            'appointment-booked': 'initial',            'referral-created': 'initial' },
  'refer-linked':    { 'initial': noBooking,            'appointment-booked': 'referral-created',   'referral-created': referralExists },
  'refer-mislinked': { 'initial': noBooking,            'appointment-booked': notLinked,            'referral-created': referralExists },
  'cancel-referral': { 'initial': noReferralYet,        'appointment-booked': noReferral,           'referral-created': 'appointment-booked' },
}

/** What an event does in a state. */
export const transition = (state: State, event: Event): Outcome => MACHINE[event][state]
