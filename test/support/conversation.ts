import { organisationHeader } from '../../src/examples/example.ts'
import type { Edits } from './edit-message.ts'
import { type Changes, requestOf } from './request-of.ts'
import type { TestRequest } from './sandbox.ts'

/** What the published table and ruling 5 name. */
export const STATEFUL_PATIENT = '9707606312'
export const APPOINTMENT = '9a8df080-bfbc-457f-b30f-664bba7760a4'
export const REFERRAL = '79120f41-a431-4f08-bcc5-1e67006fcae0'

/** The Appointment of the stateless scenarios. */
export const STATELESS_APPOINTMENT = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'

/** References the Appointments to which a referral is linked. */
export const linkedTo = (...references: readonly string[]): Edits => ({
  'ServiceRequest.supportingInfo': references.map((reference) => ({ reference })),
})

/** Puts that NHS number into a message. */
export const patient = (nhsNumber: string): Edits => ({ 'Patient.identifier.0.value': nhsNumber })

/** The messages of a 111-ED conversation: the row each is written from, and what it changes. */
const MESSAGES = {
  book: ['booking-accepted', {}],
  'update-booking': ['booking-updated', { 'Appointment.id': STATELESS_APPOINTMENT }],
  'cancel-booking': ['booking-cancelled', { 'Appointment.id': APPOINTMENT }],
  'refer-linked': ['referral-accepted', linkedTo(`Appointment/${APPOINTMENT}`)],
  'refer-mislinked': ['referral-accepted', linkedTo(`Appointment/${STATELESS_APPOINTMENT}`)],
  'cancel-referral': ['referral-cancelled', {}],
} as const satisfies Readonly<Record<string, readonly [row: string, edits: Edits]>>

export type Event = keyof typeof MESSAGES

/** The messages that lead an organisation from its initial state into another. */
export const WAYS = {
  initial: [],
  'appointment-booked': ['book'],
  'referral-created': ['book', 'refer-linked'],
} as const satisfies Readonly<Record<string, readonly Event[]>>

export type State = keyof typeof WAYS

/** The request of any row of the table, sent by that organisation. */
export const requestBy = (odsCode: string, row: string, changes: Changes = {}): TestRequest =>
  requestOf(row, {
    ...changes,
    headers: { 'NHSD-End-User-Organisation': organisationHeader(odsCode), ...changes.headers },
  })

/** A message of the stateful patient, sent by that organisation. */
export const messageBy = (odsCode: string, event: Event, edits: Edits = {}): TestRequest => {
  const [row, always] = MESSAGES[event]
  return requestBy(odsCode, row, { edits: { ...patient(STATEFUL_PATIENT), ...always, ...edits } })
}
