import type { Json } from '../../../src/fhir/json.ts'
import { REFERRAL } from './asked.ts'
import { endOf } from './clock.ts'
import { type Change, dawn, met, type Organisation } from './organisation.ts'
import { EVENTS, TABLE, type Table } from './table.ts'

/** An organisation of a space. */
export interface Address {
  readonly space: string
  readonly odsCode: string
}

interface Given {
  readonly now: number
  readonly address: Address
}

/** The organisation as the control plane shows it. */
export const view = (stored: Organisation, { now, address }: Given): Json => {
  const { day, state, held, history } = met(stored, now)
  return {
    ...address,
    state,
    held: {
      appointmentId: held,
      serviceRequestId: state === 'referral-created' ? REFERRAL : null,
    },
    next: EVENTS.map((event) => {
      const { status, next } = TABLE[event][state]
      return { event, status, state: next }
    }),
    history: history.map(shown),
    resetsAt: new Date(endOf(day)).toISOString(),
  }
}

const shown = ({ at, event, from, to }: Change): Json => ({
  at: new Date(at).toISOString(),
  event,
  from,
  to,
  status: 200,
  scenario: event === 'set' ? null : `111-ed-${event}-${from}`,
})

/** The sandbox under test. */
export interface Subject {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly setClock: (ms: number) => void
}

/** What comparisons have come to. */
export interface Tally {
  /** Requests whose answers were compared, looks at the control plane apart. */
  operations: number
  /** The scenarios that answered them. */
  readonly scenarios: Set<string>
}

/** The spaces that steps go to, and how many organisations each has. */
export const SPACES = ['public', 'ci-run-7', 'dev'] as const
export const ORGANISATIONS = 20

/** Where a step goes: an organisation by its number. */
export interface Whose {
  readonly space: (typeof SPACES)[number]
  readonly organisation: number
  /** Whether its code is sent in small letters. */
  readonly isSmall: boolean
  /** Whether the control plane is asked afterwards how it stands. */
  readonly isLookedAt: boolean
}

/** The model of a whole sandbox. */
export interface World {
  now: number
  readonly table: Table
  readonly codeOf: (organisation: number) => string
  readonly organisations: Map<string, Organisation>
  readonly tally: Tally
}

/** The organisation of a place. */
export const addressOf = ({ codeOf }: World, { space, organisation }: Whose): Address => ({
  space,
  odsCode: codeOf(organisation),
})

const keyOf = ({ space, odsCode }: Address): string => `${space}/${odsCode}`

/** What is stored of an organisation. */
export const storedAt = ({ organisations }: World, address: Address): Organisation =>
  organisations.get(keyOf(address)) ?? dawn('')

/** Keeps what is stored of an organisation. */
export const store = ({ organisations }: World, address: Address, after: Organisation): void => {
  organisations.set(keyOf(address), after)
}
