// The published state table, with the next states of ruling 3 and the updates of ruling 6, copied by hand: what the sandbox is
// compared with must not be the sandbox's own table.

export const STATES = ['initial', 'appointment-booked', 'referral-created'] as const

export type State = (typeof STATES)[number]

export const EVENTS = [
  'book',
  'update-booking',
  'cancel-booking',
  'refer-linked',
  'refer-mislinked',
  'cancel-referral',
] as const

export type Event = (typeof EVENTS)[number]

/** What an event gets in a state, and the state it leaves. */
interface Cell {
  readonly status: 200 | 400 | 409
  readonly next: State
}

export type Table = Readonly<Record<Event, Readonly<Record<State, Cell>>>>

const cell = (status: Cell['status'], next: State): Cell => ({ status, next })

// biome-ignore format: a table reads by column
export const TABLE: Table = {
  'book': {
    'initial':            cell(200, 'appointment-booked'),
    'appointment-booked': cell(409, 'appointment-booked'),
    'referral-created':   cell(409, 'referral-created'),
  },
  'update-booking': {
    'initial':            cell(400, 'initial'),
    'appointment-booked': cell(200, 'appointment-booked'),
    'referral-created':   cell(200, 'referral-created'),
  },
  'cancel-booking': {
    'initial':            cell(400, 'initial'),
    'appointment-booked': cell(200, 'initial'),
    'referral-created':   cell(200, 'initial'),
  },
  'refer-linked': {
    'initial':            cell(400, 'initial'),
    'appointment-booked': cell(200, 'referral-created'),
    'referral-created':   cell(409, 'referral-created'),
  },
  'refer-mislinked': {
    'initial':            cell(400, 'initial'),
    'appointment-booked': cell(409, 'appointment-booked'),
    'referral-created':   cell(409, 'referral-created'),
  },
  'cancel-referral': {
    'initial':            cell(400, 'initial'),
    'appointment-booked': cell(400, 'appointment-booked'),
    'referral-created':   cell(200, 'appointment-booked'),
  },
}

/** Every scenario that depends on the state: a comparison that misses one has compared too little. */
export const MACHINE_SCENARIOS: readonly string[] = [
  ...EVENTS.flatMap((event) => STATES.map((state) => `111-ed-${event}-${state}`)),
  '111-ed-get-booking-booked',
  '111-ed-get-booking-cancelled',
  '111-ed-get-referral-active',
  '111-ed-get-referral-revoked',
  '111-ed-search-booking',
  '111-ed-search-referral',
]

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

/** Every other status and every other next state, in each of the eighteen cells. */
export const MUTANTS: readonly Mutant[] = EVENTS.flatMap((event) =>
  STATES.flatMap((state) => mutantsOf(event, state)),
)
