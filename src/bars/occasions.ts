import { ENDPOINTS, type Endpoint, type EndpointName } from './endpoints.ts'
import { HEADERS } from './headers.ts'
import type { Workflow } from './workflow.ts'

/** A part of a request where a sentinel can stand. */
export interface PlaceRow {
  readonly in: 'header' | 'path' | 'query' | 'body'
  readonly holds: 'service' | 'nhs-number' | 'uuid'
  /** How to call what stands there. */
  readonly called: string
}

// biome-ignore format: a table reads by column
const PLACE_ROWS = {
  [HEADERS.target]:                    { in: 'header', holds: 'service',    called: 'target' },
  context:                             { in: 'query',  holds: 'service',    called: 'service' },
  'Schedule.actor:HealthcareService':  { in: 'query',  holds: 'service',    called: 'service' },
  'patient:identifier':                { in: 'query',  holds: 'nhs-number', called: 'NHS number' },
  'Patient.identifier':                { in: 'body',   holds: 'nhs-number', called: 'NHS number' },
  id:                                  { in: 'path',   holds: 'uuid',       called: 'id' },
} as const satisfies Readonly<Record<string, PlaceRow>>

/** The part of a request where a sentinel stands. */
export type SentinelPlace = keyof typeof PLACE_ROWS

/** The parts of a request where sentinels stand. */
export const PLACES: Readonly<Record<SentinelPlace, PlaceRow>> = PLACE_ROWS

/** What a Sender may be doing when a sentinel is looked for, and what it gets. */
interface Row {
  readonly endpoint: EndpointName
  readonly place: SentinelPlace
  /** The kind of what is answered, if it is no failure. */
  readonly reply: 'capability' | 'definitions' | 'slots' | 'read' | 'found' | 'accept'
  /** The parameters that tell it from other occasions of the endpoint. */
  readonly query?: Readonly<Record<string, readonly string[]>>
}

const search = {
  endpoint: 'Slot',
  place: 'Schedule.actor:HealthcareService',
  reply: 'slots',
} as const

const ofPatient = { place: 'patient:identifier', reply: 'found' } as const

const message = {
  endpoint: 'process-message',
  place: 'Patient.identifier',
  reply: 'accept',
} as const

// A read, or a message of each workflow; a search that asks for busy Slots is one of its own.
// biome-ignore format: a table reads by column
const ROWS = {
  metadata:          { endpoint: 'metadata',          place: HEADERS.target, reply: 'capability' },
  MessageDefinition: { endpoint: 'MessageDefinition', place: 'context',      reply: 'definitions' },
  Slot:              { ...search, query: { status: ['free'] } },
  'Slot-busy':       { ...search, query: { status: ['free,busy'] } },
  Appointment:       { endpoint: 'Appointment',       place: 'id',           reply: 'read' },
  ServiceRequest:    { endpoint: 'ServiceRequest',    place: 'id',           reply: 'read' },
  'Appointment-search':    { endpoint: 'Appointment-search',    ...ofPatient },
  'ServiceRequest-search': { endpoint: 'ServiceRequest-search', ...ofPatient },
  'booking-new':                 message,
  'booking-update':              message,
  'booking-cancel':              message,
  'referral-new':                message,
  'referral-update':             message,
  'referral-cancel':             message,
  'validation-new':              message,
  'validation-update':           message,
  'validation-cancel':           message,
  'referral-response':           message,
  'referral-response-short':     message,
  'validation-response-interim': message,
  'validation-response-full':    message,
} as const satisfies Readonly<Record<string, Row>> & Readonly<Record<Workflow, typeof message>>

type Rows = typeof ROWS

/** An occasion: the key of its row. */
export type Occasion = keyof Rows

/** An occasion that sends no message. */
export type ReadOccasion = Exclude<Occasion, Workflow>

/** The kinds of what is answered. */
export type ReplyKind = Rows[Occasion]['reply']

/** What an occasion is answered with. */
export type ReplyKindOn<O extends Occasion> = Rows[O]['reply']

/** The occasions that are answered so. */
export type OccasionOf<Kind extends ReplyKind> = {
  [O in Occasion]: Rows[O]['reply'] extends Kind ? O : never
}[Occasion]

/** Where the sentinels of those occasions stand. */
export type PlaceOf<Kind extends ReplyKind> = Rows[OccasionOf<Kind>]['place']

/** The occasions. */
export const OCCASIONS: Readonly<Record<Occasion, Row>> = ROWS

const isOccasion = (name: string): name is Occasion => Object.hasOwn(OCCASIONS, name)

const [first = 'metadata', ...others] = Object.keys(OCCASIONS).filter(isOccasion)

export const ALL_OCCASIONS: readonly [Occasion, ...Occasion[]] = [first, ...others]

/** The endpoint where an occasion arises. */
export const endpointOf = (occasion: Occasion): Endpoint => ENDPOINTS[OCCASIONS[occasion].endpoint]
