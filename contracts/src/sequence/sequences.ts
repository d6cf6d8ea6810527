import { cellOf } from '../../../src/receiver/111-ed/cells.ts'
import type { Event } from '../../../src/receiver/111-ed/machine.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { scenario, scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { after, everyCell, metBy } from './walk.ts'

/** A step of a 111-ED conversation. */
export interface SequenceStep {
  /** From 1. */
  readonly number: number
  /** What the Sender does. */
  readonly event: 'book' | 'cancel-booking' | 'refer-linked' | 'refer-mislinked' | 'cancel-referral'
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
