import { DEFAULT_APPOINTMENT } from './organisation.ts'
import type { State } from './table.ts'

/** Stands in an id for the Appointment that the organisation holds when the request is sent. */
const HELD = '{held}'

/** The kinds of message that the model sends. */
export type Workflow =
  | 'booking-new'
  | 'booking-update'
  | 'booking-cancel'
  | 'referral-new'
  | 'referral-update'
  | 'referral-cancel'

/** The type of the resource that a message is about. */
export const focusType = (workflow: Workflow): 'Appointment' | 'ServiceRequest' =>
  workflow.startsWith('booking') ? 'Appointment' : 'ServiceRequest'

/** A patient of the model's messages. */
export interface Patient {
  readonly name: string
  readonly nhsNumber: string | null
  readonly isStateful: boolean
}

/** The id on an Appointment, and the id by which the Receiver is to hold it. */
export interface AppointmentId {
  readonly sent: string | null
  readonly held: string
}

/** An entry of `supportingInfo`, and the Appointment that it references, if it does. */
export interface Link {
  readonly reference: string
  readonly appointmentId: string | null
}

/** A message as the model sends it. */
export interface Message {
  readonly kind: 'message'
  readonly workflow: Workflow
  readonly patient: Patient
  readonly id: AppointmentId
  readonly links: readonly Link[]
  readonly reason: string
  /** Status of the focus. */
  readonly status: string
}

/** A GET by id; an anonymous one does not name its organisation. */
export interface Read {
  readonly kind: 'read'
  readonly type: 'Appointment' | 'ServiceRequest'
  readonly id: string
  readonly isAnonymous: boolean
}

/** A GET by patient; an anonymous one does not name its organisation. */
export interface Search {
  readonly kind: 'search'
  readonly type: Read['type']
  readonly patient: Patient
  readonly isAnonymous: boolean
}

/** A request of the control plane. */
export type Control =
  | { readonly kind: 'look' }
  | { readonly kind: 'put'; readonly state: State }
  | { readonly kind: 'reset' }

/** What is asked of the sandbox. */
export type Asked = Message | Read | Search | Control

/** The same request with the id of the Appointment held in place of `HELD`. */
export const withHeld = (asked: Asked, held: string): Asked => {
  const fill = (text: string) => text.replace(HELD, held)
  if (asked.kind === 'read') return { ...asked, id: fill(asked.id) }
  if (asked.kind !== 'message') return asked
  const links = asked.links.map(({ reference, appointmentId }) => ({
    reference: fill(reference),
    appointmentId: appointmentId && fill(appointmentId),
  }))
  return { ...asked, links }
}

/** The ServiceRequest of the published table, and of the stateful patient. */
export const REFERRAL = '79120f41-a431-4f08-bcc5-1e67006fcae0'

/** The Appointment of the published table. */
export const BOOKING = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'

export const BOOKING_501 = '0d440c22-7f25-4c6c-905d-2213d197d02a'
export const REFERRAL_405 = '61215702-0049-4d76-9807-2123f0a6ca15'
const UNKNOWN = 'c0ffee00-0000-4000-8000-000000000001'
export const NO_UUID = 'booking-1'

// A Sender's own: they come again and again, in one organisation and in several.
const OWN = [
  '0ddba111-0000-4000-8000-00000000000a',
  '0ddba111-0000-4000-8000-00000000000b',
] as const

export const STATEFUL_PATIENTS: readonly Patient[] = [
  { name: 'stateful', nhsNumber: '9707606312', isStateful: true },
  { name: 'stateful', nhsNumber: '9728928254', isStateful: true },
  { name: 'stateful', nhsNumber: '970 760 6312', isStateful: true },
]

/** Patients that leave the machine alone: any other, none, and two that choose a failure. */
export const OTHER_PATIENTS: readonly Patient[] = [
  { name: 'other', nhsNumber: '9990000026', isStateful: false },
  { name: 'none', nhsNumber: null, isStateful: false },
  { name: 'conflict', nhsNumber: '9933902830', isStateful: false },
  { name: 'bad-request', nhsNumber: '9618388816', isStateful: false },
]

/** What a Sender may put on its Appointment, and what the machine makes of it (ruling 5). */
export const APPOINTMENT_IDS: readonly AppointmentId[] = [
  { sent: null, held: DEFAULT_APPOINTMENT },
  { sent: DEFAULT_APPOINTMENT, held: DEFAULT_APPOINTMENT },
  { sent: OWN[0], held: OWN[0] },
  { sent: OWN[1], held: OWN[1] },
  { sent: OWN[0].toUpperCase(), held: OWN[0] },
  { sent: BOOKING, held: DEFAULT_APPOINTMENT },
  { sent: BOOKING_501, held: DEFAULT_APPOINTMENT },
  { sent: REFERRAL, held: DEFAULT_APPOINTMENT },
  { sent: NO_UUID, held: DEFAULT_APPOINTMENT },
]

const linkTo = (id: string): readonly Link[] => [
  { reference: `Appointment/${id}`, appointmentId: id },
  { reference: `https://sender.example/FHIR/R4/Appointment/${id}`, appointmentId: id },
]

/** Links to the Appointment held, in every form accepted (rulings 4 and 5). */
export const LINKS: readonly Link[] = linkTo(HELD)

/** Links to other Appointments, and references that are no link. */
export const OTHER_LINKS: readonly Link[] = [
  ...[DEFAULT_APPOINTMENT, ...OWN, UNKNOWN].flatMap(linkTo),
  { reference: `Appointment/${OWN[0].toUpperCase()}`, appointmentId: OWN[0] },
  {
    reference: `Appointment/${DEFAULT_APPOINTMENT.toUpperCase()}`,
    appointmentId: DEFAULT_APPOINTMENT,
  },
  { reference: `urn:uuid:${HELD}`, appointmentId: null },
  { reference: `Slot/${HELD}`, appointmentId: null },
  { reference: `PastAppointment/${HELD}`, appointmentId: null },
  { reference: `Appointment/${HELD}/_history/1`, appointmentId: null },
]

/** Ids that are read: those that an organisation may hold, and others. */
export const READ_IDS = {
  Appointment: {
    held: [HELD, DEFAULT_APPOINTMENT, OWN[0], OWN[1], OWN[1].toUpperCase()],
    others: [BOOKING, BOOKING_501, REFERRAL, UNKNOWN, NO_UUID],
  },
  ServiceRequest: {
    held: [REFERRAL, REFERRAL.toUpperCase()],
    others: [REFERRAL_405, UNKNOWN, NO_UUID],
  },
} as const
