import type { Failure } from '../../bars/failure.ts'
import { LIMITS } from '../../bars/limits.ts'
import type { OdsCode } from '../../bars/organisation.ts'
import type { Act } from './act.ts'
import {
  type Applied,
  apply,
  newDay,
  put,
  type Standing,
  standingAt,
  type Transition,
} from './standing.ts'
import { holdsServiceRequest, type State } from './states.ts'

/** What is kept of an organisation: how it stands, and how it came to that since the last reset. */
export interface OrganisationRecord {
  readonly standing: Standing
  /** Oldest first; of a very busy day, the newest `LIMITS.transitions`. */
  readonly history: readonly Transition[]
}

/** Something that an organisation may hold, or have held: an Appointment of that id, or its one referral. */
export interface Holding {
  readonly type: 'Appointment' | 'ServiceRequest'
  readonly id: string
}

/** How an organisation stands, and whether it has held something since the last reset. */
export interface Recollection {
  readonly standing: Standing
  readonly wasHeld: boolean
}

/**
 * An organisation's 111-ED conversation. Times are in milliseconds; requests are taken one by one. What
 * keeps it may be out of reach, which is a Failure (ruling 42).
 */
export interface Organisation<Trouble extends Failure = Failure> {
  readonly apply: (act: Act, now: number) => Promise<Applied | Trouble>
  readonly standing: (now: number) => Promise<Standing | Trouble>
  readonly recall: (holding: Holding, now: number) => Promise<Recollection | Trouble>
  readonly record: (now: number) => Promise<OrganisationRecord | Trouble>
  readonly put: (state: State, now: number) => Promise<OrganisationRecord | Trouble>
  readonly reset: (now: number) => Promise<Trouble | undefined>
}

/** Finds the organisation of an ODS code in a space. */
export type Organisations<Trouble extends Failure = Failure> = (
  space: string,
  odsCode: OdsCode,
) => Organisation<Trouble>

/** Whether something was held at a transition. */
const wasHeldAt = (holding: Holding, { to, appointmentId }: Transition): boolean =>
  holding.type === 'Appointment' ? appointmentId === holding.id : holdsServiceRequest(to)

/** Organisations kept in memory: for tests, and for a sandbox that runs in a Sender's own process. */
export const organisationsInMemory = (): Organisations<never> => {
  const organisations = new Map<string, Organisation<never>>()
  return (space, odsCode) => {
    const key = `${space}/${odsCode}`
    const found = organisations.get(key) ?? organisationInMemory()
    organisations.set(key, found)
    return found
  }
}

function organisationInMemory(): Organisation<never> {
  let last: Standing | null = null
  let history: readonly Transition[] = []

  const keep = ({ standing, change }: Pick<Applied, 'standing' | 'change'>) => {
    if (change === undefined) return
    const earlier = standing.day === last?.day ? history : []
    history = [...earlier, change].slice(-LIMITS.transitions)
    last = standing
  }
  const record = (now: number): OrganisationRecord => {
    const standing = standingAt(last, now)
    return { standing, history: standing.day === last?.day ? history : [] }
  }
  return {
    apply: async (act, now) => {
      const applied = apply(last, act, now)
      keep(applied)
      return applied
    },
    standing: async (now) => standingAt(last, now),
    recall: async (holding, now) => {
      const { standing, history: today } = record(now)
      return { standing, wasHeld: today.some((each) => wasHeldAt(holding, each)) }
    },
    record: async (now) => record(now),
    put: async (state, now) => {
      keep(put(last, state, now))
      return record(now)
    },
    reset: async (now) => {
      if (last !== null) last = newDay(standingAt(last, now).day)
      history = []
      return undefined
    },
  }
}
