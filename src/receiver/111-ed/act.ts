import { isUuid } from '../../bars/ids.ts'
import type { Message } from '../../bars/message.ts'
import type { Workflow } from '../../bars/workflow.ts'
import { list, text } from '../../fhir/json.ts'
import { isSentinel } from '../../scenarios/index.ts'
import type { Event } from './machine.ts'

/** The NHS numbers of the stateful patient: the published table's and the real simulator's. */
export const STATEFUL_PATIENT = ['9707606312', '9728928254'] as const

export const isStatefulPatient = (nhsNumber: string): boolean =>
  STATEFUL_PATIENT.some((each) => each === nhsNumber)

/** The id of the stateful patient's Appointment, unless the Sender gives one of its own. */
export const DEFAULT_APPOINTMENT_ID = '9a8df080-bfbc-457f-b30f-664bba7760a4'

/** What a message of the stateful patient does, before it is known what the organisation holds. */
export type Act =
  | { readonly does: 'book'; readonly appointmentId: string }
  | { readonly does: 'update-booking' }
  | { readonly does: 'cancel-booking' }
  /** `links` are the ids of the Appointments that the referral references. */
  | { readonly does: 'refer'; readonly links: readonly string[] }
  | { readonly does: 'cancel-referral' }

const ACTS: Readonly<Partial<Record<Workflow, (message: Message) => Act>>> = {
  'booking-new': ({ focus }) => ({
    does: 'book',
    appointmentId: ownId(text(focus.resource, 'id')) ?? DEFAULT_APPOINTMENT_ID,
  }),
  'booking-update': () => ({ does: 'update-booking' }),
  'booking-cancel': () => ({ does: 'cancel-booking' }),
  'referral-new': ({ focus }) => ({ does: 'refer', links: linksOf(focus.resource) }),
  'referral-cancel': () => ({ does: 'cancel-referral' }),
}

/** What a message does in the 111-ED machine; undefined when it is none of its business. */
export const actOf = (message: Message): Act | undefined =>
  message.nhsNumbers.some(isStatefulPatient) ? ACTS[message.workflow]?.(message) : undefined

/** The event that an act is, for one who holds that Appointment (or would, had it been booked). */
export const eventOf = (act: Act, appointmentId: string): Event => {
  if (act.does !== 'refer') return act.does
  return act.links.includes(appointmentId) ? 'refer-linked' : 'refer-mislinked'
}

// Ruling 5: a Sender may bring its own id, if it is a UUID that no scenario stands for.
const ownId = (id: string | undefined): string | undefined => {
  const own = id?.toLowerCase()
  return own !== undefined &&
    isUuid(own) &&
    !isSentinel('Appointment', own) &&
    !isSentinel('ServiceRequest', own)
    ? own
    : undefined
}

// BaRS Core, "Linking": `Appointment/<id>`, or an absolute URL that ends so.
const LINK = /(?:^|\/)Appointment\/([^/]+)$/

/** The ids of the Appointments that a referral references, in small letters. */
export const linksOf = (request: Message['focus']['resource']): readonly string[] =>
  list(request, 'supportingInfo')
    .map((each) => LINK.exec(text(each, 'reference') ?? '')?.[1]?.toLowerCase())
    .filter((id) => id !== undefined)
