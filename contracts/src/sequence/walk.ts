import { Failure } from '../../../src/bars/failure.ts'
import { EVENTS, type Event, transition } from '../../../src/receiver/111-ed/machine.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'

/** An event in the state that it meets: a cell of the 111-ED state table. */
interface Met {
  readonly event: Event
  readonly state: State
}

/** The state that an event leads to; what is refused changes nothing. */
export const after = (state: State, event: Event): State => {
  const outcome = transition(state, event)
  return outcome instanceof Failure ? state : outcome
}

/** What events meet, one after the other, from the initial state. */
export const metBy = (events: readonly Event[]): readonly Met[] => {
  let state: State = 'initial'
  return events.map((event) => {
    const met = { event, state }
    state = after(state, event)
    return met
  })
}

/** A short walk that meets every cell of the state table. */
export const everyCell = (): readonly Event[] => {
  const walk: Event[] = []
  for (let way = nextWay(walk); way.length > 0; way = nextWay(walk)) walk.push(...way)
  return walk
}

interface Way {
  readonly events: readonly Event[]
  readonly to: State
}

// The shortest way on from a walk to a cell that it has not met: of those near, a refusal first.
const nextWay = (walk: readonly Event[]): readonly Event[] => {
  const met = new Set(metBy(walk).map(keyOf))
  const seen = new Set<State>()
  const ways: Way[] = [{ events: [], to: walk.reduce(after, 'initial') }]
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const { events, to } = way
    const left = EVENTS.filter((event) => !met.has(keyOf({ event, state: to })))
    const [next] = [...left].sort((a, b) => moves(to, a) - moves(to, b))
    if (next !== undefined) return [...events, next]
    seen.add(to)
    ways.push(...waysOn(way).filter((each) => !seen.has(each.to)))
  }
  return []
}

const keyOf = ({ event, state }: Met): string => `${event} ${state}`

const moves = (state: State, event: Event): number => (after(state, event) === state ? 0 : 1)

const waysOn = ({ events, to }: Way): readonly Way[] =>
  EVENTS.map((event) => ({ events: [...events, event], to: after(to, event) }))
