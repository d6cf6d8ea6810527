import type { Category } from '../bars/code-systems.ts'
import type { ErrorStatus, Failure } from '../bars/failure.ts'
import type { HEADERS } from '../bars/headers.ts'
import { ALL_WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import type { Application } from './applications.ts'
import type { CapabilityName } from './capabilities.ts'
import type { DefinitionsName } from './definitions.ts'

/** The reads of the FHIR API; a search that asks for busy Slots is one of its own. */
const READS = [
  'metadata',
  'MessageDefinition',
  'Slot',
  'Slot-busy',
  'Appointment',
  'ServiceRequest',
] as const

export type Read = (typeof READS)[number]

/** What a Sender may be doing when a sentinel is looked for: reading, or sending a message. */
export type Occasion = Read | Workflow

export const OCCASIONS: readonly Occasion[] = [...READS, ...ALL_WORKFLOWS]

/** The part of a request where a sentinel is planted. */
export type Place =
  | typeof HEADERS.target
  | 'context'
  | 'Schedule.actor:HealthcareService'
  | 'Patient.identifier'
  | 'id'

/**
 * The value a Sender plants to choose a scenario. Data, not a predicate: the Worker recognises a
 * request by it, and docs, tests and contracts write a request from it.
 */
export interface Sentinel {
  readonly in: Place
  readonly values: readonly string[]
  /** Also answers a request that has no value there. */
  readonly none?: true
  /** Also answers the values that no other row of the occasion claims. */
  readonly others?: true
}

/** A resource that a read by id answers, as it stands. */
export type HeldResource =
  | { readonly type: 'Appointment'; readonly status: 'booked' | 'cancelled' }
  | {
      readonly type: 'ServiceRequest'
      readonly category: Category
      readonly status: 'active' | 'revoked'
    }

/** Which Slots a service's diary holds. */
export type Diary = 'full' | 'none' | 'mandatory' | 'busy'

/** What a Receiver answers. */
export type Reply =
  | { readonly kind: 'capability'; readonly of: CapabilityName }
  | { readonly kind: 'definitions'; readonly of: DefinitionsName }
  | { readonly kind: 'slots'; readonly diary: Diary }
  | { readonly kind: 'read'; readonly resource: HeldResource }
  /** Takes the message; `id` is the one the focus gets, where the scenario promises one. */
  | { readonly kind: 'accept'; readonly id?: string }
  | { readonly kind: 'fail'; readonly failure: Failure }

/** Where an organisation's 111-ED conversation stands. */
export const STATES = ['initial', 'appointment-booked', 'referral-created'] as const

export type State = (typeof STATES)[number]

/** The published suites, and ours. */
export type Suite =
  | 'Capability'
  | 'MessageDef'
  | 'Booking'
  | 'Referral'
  | 'Validation'
  | 'Response'
  | '111-ED'
  | 'Test target'

/** One scenario: on these occasions this sentinel gets this reply. */
export interface Scenario {
  /** Public and permanent. */
  readonly id: string
  readonly suite: Suite
  readonly title: string
  readonly applications: readonly Application[]
  readonly on: readonly Occasion[]
  readonly sentinel: Sentinel
  readonly reply: Reply
  /** Where the scenario is published. */
  readonly source: string
  /** The 111-ED states an organisation is put through first, where the answer depends on them. */
  readonly given?: readonly State[]
  /** The Appointment that the example is about, where it is not the stateless one. */
  readonly appointmentId?: string
}

type Row = Omit<Scenario, 'id' | 'suite'>

/** Stamps each row with its key and suite, so that neither is typed twice. */
export const suite = <const Rows extends Readonly<Record<string, Row>>>(
  name: Suite,
  rows: Rows,
): readonly Scenario[] => Object.entries(rows).map(([id, row]) => ({ id, suite: name, ...row }))

/** The HTTP status of a reply. */
export const statusOf = (reply: Reply): 200 | ErrorStatus =>
  reply.kind === 'fail' ? reply.failure.status : 200
