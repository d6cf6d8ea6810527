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
import type { State } from './states.ts'

/** What is kept of an organisation: how it stands, and how it came to that since the last reset. */
export interface OrganisationRecord {
  readonly standing: Standing
  /** Oldest first; of a very busy day, the newest `LIMITS.transitions`. */
  readonly history: readonly Transition[]
}

/** An organisation's 111-ED conversation. Times are in milliseconds; requests are taken one by one. */
export interface Organisation {
  readonly apply: (act: Act, now: number) => Promise<Applied>
  readonly record: (now: number) => Promise<OrganisationRecord>
  readonly put: (state: State, now: number) => Promise<void>
  readonly reset: (now: number) => Promise<void>
}

/** Finds the organisation of an ODS code in a space. */
export type Organisations = (space: string, odsCode: OdsCode) => Organisation

/** Organisations kept in memory: for tests, and for a sandbox that runs in a Sender's own process. */
export const organisationsInMemory = (): Organisations => {
  const organisations = new Map<string, Organisation>()
  return (space, odsCode) => {
    const key = `${space}/${odsCode}`
    const found = organisations.get(key) ?? organisationInMemory()
    organisations.set(key, found)
    return found
  }
}

function organisationInMemory(): Organisation {
  let last: Standing | null = null
  let history: readonly Transition[] = []

  const keep = ({ standing, change }: Pick<Applied, 'standing' | 'change'>) => {
    if (change === undefined) return
    const earlier = standing.day === last?.day ? history : []
    history = [...earlier, change].slice(-LIMITS.transitions)
    last = standing
  }
  return {
    apply: async (act, now) => {
      const applied = apply(last, act, now)
      keep(applied)
      return applied
    },
    record: async (now) => {
      const standing = standingAt(last, now)
      return { standing, history: standing.day === last?.day ? history : [] }
    },
    put: async (state, now) => keep(put(last, state, now)),
    reset: async (now) => {
      if (last === null) return
      last = newDay(standingAt(last, now).day)
      history = []
    },
  }
}
