import { LIMITS } from '../../bars/limits.ts'
import type { Organisation, Organisations } from './organisation.ts'
import { type Applied, apply, atDawn, put, standingAt, type Transition } from './standing.ts'

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

const organisationInMemory = (): Organisation => {
  let stored = atDawn('')
  let history: readonly Transition[] = []

  const keep = ({ standing, change }: Pick<Applied, 'standing' | 'change'>) => {
    if (change === undefined) return
    const earlier = standing.day === stored.day ? history : []
    history = [...earlier, change].slice(-LIMITS.transitions)
    stored = standing
  }
  return {
    apply: async (act, now) => {
      const applied = apply(stored, act, now)
      keep(applied)
      return applied
    },
    record: async (now) => {
      const standing = standingAt(stored, now)
      return { standing, history: standing.day === stored.day ? history : [] }
    },
    put: async (state, now) => keep(put(stored, state, now)),
    reset: async (now) => {
      if (stored.day === '') return
      stored = atDawn(standingAt(stored, now).day)
      history = []
    },
  }
}
