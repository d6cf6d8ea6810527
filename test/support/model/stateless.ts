import type { Message, Read, Workflow } from './asked.ts'
import { BOOKING, BOOKING_501, NO_UUID, REFERRAL, REFERRAL_405 } from './values.ts'

// What the published table and ruling 24 answer where no state is in play, copied by hand.

/** An answer of the stateless path. */
export interface Stateless {
  readonly status: number
  readonly scenario: string | null
  /** For a message, the id that the focus gets; for a read, the status of what is read. */
  readonly gives?: string
}

const happy = (scenario: string, gives: string): Stateless => ({ status: 200, scenario, gives })

const MESSAGES: Readonly<Record<Workflow, Readonly<Record<string, Stateless>>>> = {
  'booking-new': {
    any: happy('booking-accepted', BOOKING),
    none: happy('booking-without-nhs-number', BOOKING),
    conflict: { status: 409, scenario: 'booking-conflict-409' },
  },
  'booking-update': { any: happy('booking-updated', BOOKING) },
  'booking-cancel': { any: happy('booking-cancelled', BOOKING) },
  'referral-new': {
    any: happy('referral-accepted', REFERRAL),
    none: happy('referral-without-nhs-number', REFERRAL),
    'bad-request': { status: 400, scenario: 'referral-bad-request-400' },
  },
  'referral-update': { any: happy('referral-updated', REFERRAL) },
  'referral-cancel': { any: happy('referral-cancelled', REFERRAL) },
}

const NOT_FOUND: Stateless = { status: 404, scenario: null }

const READS: Readonly<Record<Read['type'], Readonly<Record<string, Stateless>>>> = {
  Appointment: {
    [BOOKING]: happy('booking-get', 'booked'),
    [BOOKING_501]: { status: 501, scenario: 'booking-get-not-implemented-501' },
    [NO_UUID]: { status: 400, scenario: null },
  },
  ServiceRequest: {
    [REFERRAL]: happy('referral-get', 'active'),
    [REFERRAL_405]: { status: 405, scenario: 'referral-get-method-not-allowed-405' },
    [NO_UUID]: { status: 400, scenario: null },
  },
}

/** What a message gets that is none of the machine's business. */
export const messageAlone = ({ workflow, patient }: Message): Stateless => {
  const { [patient.name]: own, any = NOT_FOUND } = MESSAGES[workflow]
  return own ?? any
}

/** What a read gets of an id that the organisation neither holds nor has cancelled today. */
export const readAlone = ({ type, id }: Read): Stateless =>
  READS[type][id.toLowerCase()] ?? NOT_FOUND
