import { APPOINTMENT, type Event, REFERRAL, type State } from '../conversation.ts'
import { refusal } from './refusals.ts'

interface Cell {
  readonly status: number
  /** The next state; where the event is refused, the state stays. */
  readonly to?: State
  readonly outcome?: object
}

const leads = (to: State): Cell => ({ status: 200, to })

const notThere = (words: RegExp): Cell => ({
  status: 400,
  outcome: refusal(400, 'REC_BAD_REQUEST', 'not-found', words),
})
const conflict = (words: RegExp): Cell => ({
  status: 409,
  outcome: refusal(409, 'REC_CONFLICT', 'conflict', words),
})

const noBooking = notThere(/^The booking \(Appointment\)[^()]* does not exist/)
const noReferral = notThere(/^The referral \(ServiceRequest\)[^()]* does not exist\.$/)
const noneOfBoth = notThere(
  /^The referral \(ServiceRequest\) does not exist, because the booking \(Appointment\) does not exist/,
)
const bookingExists = conflict(/^The booking \(Appointment\) already exists/)
const referralExists = conflict(/^The referral \(ServiceRequest\) already exists/)
const notLinked = conflict(/^The referral \(ServiceRequest\) is not linked to the booking/)

/** The published state table, with the next states of ruling 3 and the updates of ruling 6. */
// biome-ignore format: a table reads by column
export const TABLE: Readonly<Record<Event, Readonly<Record<State, Cell>>>> = {
  'book':            { 'initial': leads('appointment-booked'), 'appointment-booked': bookingExists,             'referral-created': bookingExists },
  'update-booking':  { 'initial': noBooking,                   'appointment-booked': leads('appointment-booked'), 'referral-created': leads('referral-created') },
  'cancel-booking':  { 'initial': noBooking,                   'appointment-booked': leads('initial'),          'referral-created': leads('initial') },
  'refer-linked':    { 'initial': noBooking,                   'appointment-booked': leads('referral-created'), 'referral-created': referralExists },
  'refer-mislinked': { 'initial': noBooking,                   'appointment-booked': notLinked,                 'referral-created': referralExists },
  'cancel-referral': { 'initial': noneOfBoth,                  'appointment-booked': noReferral,                'referral-created': leads('appointment-booked') },
}

export const EVENTS: readonly Event[] = [
  'book',
  'update-booking',
  'cancel-booking',
  'refer-linked',
  'refer-mislinked',
  'cancel-referral',
]

export const STATES: readonly State[] = ['initial', 'appointment-booked', 'referral-created']

const HELD: Readonly<Record<State, object>> = {
  initial: { appointmentId: null, serviceRequestId: null },
  'appointment-booked': { appointmentId: APPOINTMENT, serviceRequestId: null },
  'referral-created': { appointmentId: APPOINTMENT, serviceRequestId: REFERRAL },
}

interface Told {
  readonly odsCode: string
  readonly space: string
  readonly state: State
  readonly history: readonly object[]
  readonly resetsAt: string
}

/** The state object of the control plane. */
export const stateObject = ({ odsCode, space, state, history, resetsAt }: Told) => ({
  odsCode,
  space,
  state,
  held: HELD[state],
  next: EVENTS.map((event) => {
    const { status, to = state } = TABLE[event][state]
    return { event, status, state: to }
  }),
  history,
  resetsAt,
})

/** The history of these events, taken at one instant from the initial state on. */
export const historyOf = (at: string, events: readonly Event[]): readonly object[] => {
  let from: State = 'initial'
  return events.flatMap((event) => {
    const { to } = TABLE[event][from]
    if (to === undefined || to === from) return []
    const change = { at, event, from, to, status: 200, scenario: `111-ed-${event}-${from}` }
    from = to
    return [change]
  })
}
