import { type Cell, EVENTS, type Event, STATES, type State, TABLE, type Table } from './table.ts'

/** The published table with one cell changed. */
export interface Mutant {
  readonly event: Event
  readonly state: State
  readonly cell: Cell
  readonly table: Table
}

const STATUSES: readonly Cell['status'][] = [200, 400, 409]

const mutant = (event: Event, state: State, cell: Cell): Mutant => ({
  event,
  state,
  cell,
  table: { ...TABLE, [event]: { ...TABLE[event], [state]: cell } },
})

const mutantsOf = (event: Event, state: State): readonly Mutant[] => {
  const { status, next } = TABLE[event][state]
  return [
    ...STATUSES.filter((each) => each !== status).map((each) => ({ status: each, next })),
    ...STATES.filter((each) => each !== next).map((each) => ({ status, next: each })),
  ].map((cell) => mutant(event, state, cell))
}

/** Every other status and every other next state, in each of the fifteen cells. */
export const MUTANTS: readonly Mutant[] = EVENTS.flatMap((event) =>
  STATES.flatMap((state) => mutantsOf(event, state)),
)
