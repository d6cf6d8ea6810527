import { Failure } from '../../../src/bars/failure.ts'
import { cellOf } from '../../../src/receiver/111-ed/cells.ts'
import { EVENTS, type Event, transition } from '../../../src/receiver/111-ed/machine.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { scenario, scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'

/** A step of a 111-ED conversation. */
export interface SequenceStep {
  /** From 1. */
  readonly number: number
  /** What the Sender does. */
  readonly event:
    | 'book'
    | 'update-booking'
    | 'cancel-booking'
    | 'refer-linked'
    | 'refer-mislinked'
    | 'cancel-referral'
  /** How the conversation stands before the step, and after. */
  readonly state: State
  readonly next: State
  /** The HTTP status that the Receiver answers. */
  readonly status: number
  /** The scenario that says so: `buildRequest` writes a request for it. */
  readonly scenario: ScenarioId
}

/** What a Sender and a Receiver do, one step after the other. */
export interface Sequence {
  readonly id: SequenceId
  readonly title: string
  readonly steps: readonly SequenceStep[]
}

interface SequenceRow {
  readonly title: string
  readonly events: readonly Event[]
}

const SEQUENCE_ROWS = {
  '111-ED/book-refer-cancel': {
    title: 'Book, refer, then cancel both in the order that undoes them',
    events: ['book', 'refer-linked', 'cancel-referral', 'cancel-booking'],
  },
  '111-ED/rebook': {
    title: 'Book again: refused until the first booking is cancelled, its referral with it',
    events: ['book', 'refer-linked', 'book', 'cancel-booking', 'book', 'refer-linked'],
  },
  '111-ED/wrong-order': {
    title: 'Every step before the one that it needs',
    events: [
      'refer-linked',
      'cancel-referral',
      'cancel-booking',
      'book',
      'cancel-referral',
      'refer-mislinked',
      'refer-linked',
      'refer-linked',
      'cancel-booking',
      'cancel-referral',
    ],
  },
  '111-ED/every-cell': {
    title: 'Every event in every state, generated from the state table',
    events: everyCell(),
  },
} as const satisfies Readonly<Record<string, SequenceRow>>

/** The id of a sequence. */
export type SequenceId = keyof typeof SEQUENCE_ROWS

const stepsOf = (events: readonly Event[]): readonly SequenceStep[] =>
  metBy(events).map(({ event, state }, place) => {
    const { id, status } = scenario(scenarioIdOf(cellOf(event, state).id))
    return { number: place + 1, event, state, next: after(state, event), status, scenario: id }
  })

const isSequenceId = (id: string): id is SequenceId => Object.hasOwn(SEQUENCE_ROWS, id)

/** Every sequence. */
export const sequences: readonly Sequence[] = Object.keys(SEQUENCE_ROWS)
  .filter(isSequenceId)
  .map((id) => ({ id, title: SEQUENCE_ROWS[id].title, steps: stepsOf(SEQUENCE_ROWS[id].events) }))

/**
 * The sequence of an id.
 * @throws RangeError that names them all, when there is none.
 */
export const sequenceOf = (id: string): Sequence => {
  const found = sequences.find((each) => each.id === id)
  if (found !== undefined) return found
  throw new RangeError(
    `There is no sequence '${id}'. There are ${sequences.map((each) => each.id).join(', ')}.`,
  )
}

/** An event in the state that it meets: a cell of the 111-ED state table. */
interface Met {
  readonly event: Event
  readonly state: State
}

/** The state that an event leads to; what is refused changes nothing. */
function after(state: State, event: Event): State {
  const outcome = transition(state, event)
  return outcome instanceof Failure ? state : outcome
}

/** What events meet, one after the other, from the initial state. */
function metBy(events: readonly Event[]): readonly Met[] {
  let state: State = 'initial'
  return events.map((event) => {
    const met = { event, state }
    state = after(state, event)
    return met
  })
}

/** A short walk that meets every cell of the state table. */
function everyCell(): readonly Event[] {
  const walk: Event[] = []
  for (let way = nextWay(walk); way.length > 0; way = nextWay(walk)) walk.push(...way)
  return walk
}

interface Way {
  readonly events: readonly Event[]
  readonly to: State
}

// The shortest way on from a walk to a cell that it has not met: of those near, a refusal first.
function nextWay(walk: readonly Event[]): readonly Event[] {
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

function keyOf({ event, state }: Met): string {
  return `${event} ${state}`
}

function moves(state: State, event: Event): number {
  return after(state, event) === state ? 0 : 1
}

function waysOn({ events, to }: Way): readonly Way[] {
  return EVENTS.map((event) => ({ events: [...events, event], to: after(to, event) }))
}
