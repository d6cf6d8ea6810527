import type { FhirResource, Meta, Reference } from 'fhir/r4'
import { SYSTEMS, USE_CASES, type UseCase } from '../bars/code-systems.ts'
import type { ServiceId } from '../bars/services.ts'
import type { Workflow } from '../bars/workflow.ts'
import { BOOKED_DAY } from '../receiver/held-resources.ts'
import { type EntryName, fullUrl } from './ids.ts'

/** What an example message is to say. */
export interface Example {
  readonly workflow: Workflow
  readonly useCase: UseCase
  /** The service it is for. */
  readonly service: ServiceId
  /** The patient's; undefined for a patient without one. */
  readonly nhsNumber: string | undefined
  /** The id that the Receiver gave the focus; for messages that go on with a conversation. */
  readonly focusId: string | undefined
  /** The id of the Appointment that a referral is linked to. */
  readonly appointmentId: string | undefined
}

/** What every resource of a message begins with. */
export interface Heading {
  readonly id?: string
  readonly meta: Meta
}

/** Writes a resource of an example. */
export type Write<R extends FhirResource = FhirResource> = (example: Example, heading: Heading) => R

/** The day on which examples happen: far ahead, so that their Slots stay in the future. */
export const EXAMPLE_DAY = BOOKED_DAY

/** When examples are sent. */
export const SENT_AT = `${EXAMPLE_DAY}T09:00:00.0000000+00:00`

/** When the Slot of an example starts and ends: the first free one of the ten o'clock session. */
export const SLOT_START = `${EXAMPLE_DAY}T10:00:00+00:00`
export const SLOT_END = `${EXAMPLE_DAY}T10:15:00+00:00`

/** Whether an example is a request of Application 6, which alone has updates of referrals. */
export const isCadRequest = ({ workflow }: Example): boolean => workflow === 'referral-update'

/** A reference to another entry of the message. */
export const to = (name: EntryName): Reference => ({ reference: fullUrl(name) })

/** The coding of an example's use case. */
export const useCaseCoding = ({ useCase: code }: Example) => ({
  system: SYSTEMS.useCase,
  code,
  display: USE_CASES[code],
})
