import type { State } from './table.ts'

/** Stands in an id for the Appointment that the organisation holds when the request is sent. */
export const HELD = '{held}'

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

/** A request of the control plane. */
export type Control =
  | { readonly kind: 'look' }
  | { readonly kind: 'put'; readonly state: State }
  | { readonly kind: 'reset' }

/** What is asked of the sandbox. */
export type Asked = Message | Read | Control

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
