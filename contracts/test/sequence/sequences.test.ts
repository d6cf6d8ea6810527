import { it } from 'vitest'
import { EVENTS } from '../../../src/receiver/111-ed/machine.ts'
import { STATES } from '../../../src/receiver/111-ed/states.ts'
import { type SequenceId, sequences } from '../../src/sequence/sequences.ts'

const stepsOf = (id: SequenceId) => sequences.find((each) => each.id === id)?.steps ?? []

it('meets every cell of the state table in one walk', ({ expect }) => {
  const cells = EVENTS.flatMap((event) => STATES.map((state) => `111-ed-${event}-${state}`))

  const met = stepsOf('111-ED/every-cell').map(({ scenario }) => scenario)

  expect([...new Set(met)].sort()).toEqual(cells.sort())
  expect(met.length).toBeLessThan(25)
})

it('begins each sequence in the initial state and goes on where a step led', ({ expect }) => {
  const broken = sequences.filter(({ steps }) =>
    steps.some(({ state }, place) => state !== (steps[place - 1]?.next ?? 'initial')),
  )

  expect(broken.map(({ id }) => id)).toEqual([])
})

// The published state table, by hand.
const BOOK_REFER_CANCEL = [
  [1, 'book', 'initial', 'appointment-booked', 200],
  [2, 'refer-linked', 'appointment-booked', 'referral-created', 200],
  [3, 'cancel-referral', 'referral-created', 'appointment-booked', 200],
  [4, 'cancel-booking', 'appointment-booked', 'initial', 200],
] as const

it('says what each step does, meets and gets', ({ expect }) => {
  const steps = stepsOf('111-ED/book-refer-cancel')

  expect(steps).toEqual(
    BOOK_REFER_CANCEL.map(([number, event, state, next, status]) => ({
      number,
      event,
      state,
      next,
      status,
      scenario: `111-ed-${event}-${state}`,
    })),
  )
})

it('expects a refusal of what comes too early, and of what comes twice', ({ expect }) => {
  const statuses = (id: SequenceId) => stepsOf(id).map(({ status }) => status)

  expect(statuses('111-ED/rebook')).toEqual([200, 200, 409, 200, 200, 200])
  expect(statuses('111-ED/wrong-order')).toEqual([400, 400, 400, 200, 400, 409, 200, 409, 200, 400])
})
