import type { Json } from '../../../src/fhir/json.ts'
import {
  type Asked,
  BOOKING,
  BOOKING_501,
  focusType,
  type Message,
  NO_UUID,
  REFERRAL,
  REFERRAL_405,
  type Read,
  type Search,
  type Workflow,
} from './asked.ts'
import { DEFAULT_APPOINTMENT, met, type Organisation, put, reset, take } from './organisation.ts'
import type { Event, Table } from './table.ts'
import { type Address, view } from './world.ts'

/** What the model compares of an answer. */
export interface Answer {
  readonly status: number
  readonly scenario: string | null
  /** Of the FHIR API, the focus of what was accepted or read; of the control plane, all. */
  readonly body: Json
}

/** When and where a request is sent, and by which table it is judged. */
export interface Circumstances {
  readonly now: number
  readonly table: Table
  readonly address: Address
}

/** What an organisation answers to a request, and what is stored of it then. */
export interface Expected {
  readonly answer: Answer
  readonly after: Organisation
}

/** The model: a request to an organisation as it is stored. */
export const expected = (asked: Asked, stored: Organisation, given: Circumstances): Expected => {
  const { now } = given
  if (asked.kind === 'message') return messageAnswer(asked, stored, given)
  if (asked.kind === 'read') return { answer: readAnswer(asked, stored, now), after: stored }
  if (asked.kind === 'search') return { answer: searchAnswer(asked, stored, now), after: stored }
  if (asked.kind === 'reset') return { answer: control(204, null), after: reset(stored, now) }
  const after = asked.kind === 'put' ? put(stored, asked.state, now) : stored
  return { answer: control(200, view(after, given)), after }
}

const control = (status: number, body: Json): Answer => ({ status, scenario: null, body })

const messageAnswer = (message: Message, stored: Organisation, given: Circumstances): Expected => {
  const event = eventOf(message, met(stored, given.now))
  if (event === undefined) {
    const { status, scenario, gives = null } = messageAlone(message)
    return { answer: { status, scenario, body: focus(message, gives) }, after: stored }
  }
  const appointment = event === 'book' ? message.id.held : null
  const taken = take(given.table, stored, event, { now: given.now, appointment })
  const held = appointment ?? taken.given.held
  const id = focusType(message.workflow) === 'Appointment' ? held : REFERRAL
  return {
    answer: {
      status: taken.status,
      scenario: `111-ed-${event}-${taken.given.state}`,
      body: focus(message, taken.status === 200 ? id : null),
    },
    after: taken.after,
  }
}

const eventOf = (message: Message, { held }: Organisation): Event | undefined => {
  if (!message.patient.isStateful) return undefined
  if (message.workflow === 'booking-new') return 'book'
  if (message.workflow === 'booking-update') return 'update-booking'
  if (message.workflow === 'booking-cancel') return 'cancel-booking'
  if (message.workflow === 'referral-cancel') return 'cancel-referral'
  if (message.workflow !== 'referral-new') return undefined
  // Before a booking, the Appointment that one would get stands for the one held.
  const wanted = held ?? DEFAULT_APPOINTMENT
  const isLinked = message.links.some(({ appointmentId }) => appointmentId === wanted)
  return isLinked ? 'refer-linked' : 'refer-mislinked'
}

const focus = ({ workflow, status }: Message, id: string | null): Json =>
  id === null ? null : { resourceType: focusType(workflow), id, status }

const readAnswer = (read: Read, stored: Organisation, now: number): Answer => {
  const { type: resourceType } = read
  const id = read.id.toLowerCase()
  const kept = read.isAnonymous ? null : heldStatus(resourceType, id, met(stored, now))
  const name = resourceType === 'Appointment' ? 'booking' : 'referral'
  const { status, scenario, gives } = kept
    ? { status: 200, scenario: `111-ed-get-${name}-${kept}`, gives: kept }
    : readAlone(read)
  return {
    status,
    scenario,
    body: gives === undefined ? null : { resourceType, id, status: gives },
  }
}

// Ruling 31: what the organisation holds of the stateful patient, and of the others what the table has.
const searchAnswer = (search: Search, stored: Organisation, now: number): Answer => {
  const { type: resourceType, patient, isAnonymous } = search
  const today = met(stored, now)
  const holds = patient.isStateful && !isAnonymous
  if (resourceType === 'Appointment') {
    const found = holds && today.held !== null && { id: today.held, status: 'booked' }
    const scenario = found ? '111-ed-search-booking' : 'appointment-search-none'
    return { status: 200, scenario, body: found ? { resourceType, ...found } : null }
  }
  const found = holds && today.state === 'referral-created' && { id: REFERRAL, status: 'active' }
  const scenario = found ? '111-ed-search-referral' : 'service-request-search-none'
  return { status: 200, scenario, body: found ? { resourceType, ...found } : null }
}

// Ruling 15: what the organisation holds, then what it has held today.
const heldStatus = (type: Read['type'], id: string, today: Organisation): string | null => {
  if (type === 'Appointment') {
    if (today.held === id) return 'booked'
    return today.booked.includes(id) ? 'cancelled' : null
  }
  if (id !== REFERRAL) return null
  if (today.state === 'referral-created') return 'active'
  return today.hasReferred ? 'revoked' : null
}

// What the published table and ruling 24 answer where no state is in play, copied by hand.

/** An answer of the stateless path. */
interface Stateless {
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
const messageAlone = ({ workflow, patient }: Message): Stateless => {
  const { [patient.name]: own, any = NOT_FOUND } = MESSAGES[workflow]
  return own ?? any
}

/** What a read gets of an id that the organisation neither holds nor has cancelled today. */
const readAlone = ({ type, id }: Read): Stateless => READS[type][id.toLowerCase()] ?? NOT_FOUND
