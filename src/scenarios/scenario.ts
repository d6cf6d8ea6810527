import type { Category, UseCase } from '../bars/code-systems.ts'
import type { ErrorStatus, Failure } from '../bars/failure.ts'
import type { HEADERS } from '../bars/headers.ts'
import type {
  ALL_OCCASIONS,
  Occasion,
  OccasionOf,
  PlaceOf,
  ReplyKind,
  ReplyKindOn,
  SentinelPlace,
} from '../bars/occasions.ts'
import type { ServiceId } from '../bars/services.ts'
import type { Reason } from '../bars/workflow.ts'
import type { CapabilityName, DefinitionsName } from './service-kinds.ts'

/**
 * The value a Sender plants to choose a scenario. Data, not a predicate: the Worker recognises a
 * request by it, and docs, tests and contracts write a request from it.
 */
export interface Sentinel<Place extends SentinelPlace = SentinelPlace> {
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

/** A resource that the Receiver holds of a patient, and its id. */
export interface Found {
  readonly resource: HeldResource
  readonly id: string
}

/** Which Slots a service's diary holds. */
export type Diary = 'full' | 'none' | 'mandatory' | 'busy'

/** What a Receiver answers, by kind. */
interface Replies {
  readonly capability: { readonly of: CapabilityName }
  /** `service` is whose they are where the context sought is no service's id. */
  readonly definitions: { readonly of: DefinitionsName; readonly service?: ServiceId }
  readonly slots: { readonly diary: Diary }
  readonly read: { readonly resource: HeldResource }
  /** Nothing, where the Receiver holds none of that patient. */
  readonly found: { readonly held?: Found }
  /** `id` is the one that the focus of a message taken gets, where the scenario promises one. */
  readonly accept: { readonly id?: string }
}

/** What a Receiver answers where it does as it is asked. */
export type Reply<Kind extends ReplyKind = ReplyKind> = {
  [Each in Kind]: { readonly kind: Each } & Replies[Each]
}[Kind]

/** The failure that a Receiver answers. */
export interface Refusal {
  readonly kind: 'fail'
  readonly failure: Failure
}

/** The published suites, and ours. */
export type Suite =
  | 'Capability'
  | 'MessageDef'
  | 'Booking'
  | 'Referral'
  | 'Validation'
  | 'Response'
  | 'Search'
  | '111-ED'
  | 'Test target'

/** One scenario: on these occasions this sentinel gets this reply. */
export interface Scenario<Kind extends ReplyKind = ReplyKind> {
  /** Public and permanent. */
  readonly id: string
  readonly suite: Suite
  readonly title: string
  readonly applications: readonly Application[]
  readonly on: readonly [Occasion, ...Occasion[]]
  readonly sentinel: Sentinel
  /** The reason that a message must have to reach the row; any, if left out. */
  readonly reason?: Reason
  readonly reply: Reply<Kind> | Refusal
  /** Where the scenario is published. */
  readonly source: string
}

/** A scenario that answers an occasion. */
export type ScenarioOn<O extends Occasion> = Scenario<ReplyKindOn<O>>

// Types, and no interfaces: the package's declarations write them out, for they have no name outside.
type Written = Pick<Scenario, 'title' | 'applications' | 'reason' | 'source'>

/** A row whose occasions are answered so: they decide where its sentinel stands. */
type RowOf<Kind extends ReplyKind> = Written & {
  readonly on: readonly [OccasionOf<Kind>, ...OccasionOf<Kind>[]]
  readonly sentinel: Sentinel<PlaceOf<Kind>>
  readonly reply: Reply<Kind> | Refusal
}

/** A row of a test target, which refuses whatever is asked of it. */
type TestTargetRow = Written & {
  readonly on: typeof ALL_OCCASIONS
  readonly sentinel: Sentinel<typeof HEADERS.target>
  readonly reply: Refusal
}

type Row<Name extends Suite> = Name extends 'Test target'
  ? TestTargetRow
  : { [Kind in ReplyKind]: RowOf<Kind> }[ReplyKind]

/** Stamps each row with its key and suite, so that neither is typed twice. */
export const suite = <Name extends Suite>(
  name: Name,
  rows: Readonly<Record<string, Row<Name>>>,
): readonly (Row<Name> & Pick<Scenario, 'id' | 'suite'>)[] =>
  Object.entries(rows).map(([id, row]) => ({ id, suite: name, ...row }))

/** The HTTP status of a reply. */
export const statusOf = (reply: Reply | Refusal): 200 | ErrorStatus =>
  reply.kind === 'fail' ? reply.failure.status : 200

/** The Applications of BaRS that have scenarios, each with a use case that stands for it. */
const APPLICATIONS = {
  'BaRS Core': 'a1t1',
  '111-ED': 'a1t1',
  '999-CAS': 'a4t1',
  'GP-Pharmacy': 'a5t1',
  'CAD-CAD': 'a6t1',
} as const satisfies Readonly<Record<string, UseCase>>

export type Application = keyof typeof APPLICATIONS

/** The use case of a scenario: that of the first Application it belongs to. */
export const useCaseOf = ([application = 'BaRS Core']: readonly Application[]): UseCase =>
  APPLICATIONS[application]

/** Where scenarios are published. */
export const SOURCES = {
  table: 'NHS England, BaRS Testing and Environments: Scenarios',
  stateTable: 'NHS England, BaRS Testing and Environments: Stateful Scenarios',
  guide: 'BaRS implementation guide 1.12.0: TKW scenarios',
  simulator: 'TKW simulator rules 1.0.19',
  sandbox: 'BaRS API Sandbox: test targets',
  ruling: (number: number) => `BaRS Sandbox ruling ${number}`,
} as const

/** Answers the CapabilityStatement of that name. */
export const capability = (of: CapabilityName): Reply<'capability'> => ({ kind: 'capability', of })

/** Answers the set of MessageDefinitions of that name. */
export const definitions = (of: DefinitionsName, service?: ServiceId): Reply<'definitions'> => ({
  kind: 'definitions',
  of,
  ...(service && { service }),
})

/** Answers the Slots of that diary. */
export const slots = (diary: Diary): Reply<'slots'> => ({ kind: 'slots', diary })

/** Answers the resource held, as it stands. */
export const holds = (resource: HeldResource): Reply<'read'> => ({ kind: 'read', resource })

/** Answers a search with that resource, or with none. */
export const finds = (held?: Found): Reply<'found'> => ({ kind: 'found', ...(held && { held }) })

/** Takes the message and gives its focus that id. */
export const accepts = (id?: string): Reply<'accept'> => ({ kind: 'accept', ...(id && { id }) })

/** Refuses with that failure. */
export const refuses = (failure: Failure): Refusal => ({ kind: 'fail', failure })
