import fc from 'fast-check'
import type { Asked, Control, Read } from './asked.ts'
import { messages } from './messages.ts'
import { STATES } from './table.ts'
import { READ_IDS } from './values.ts'
import { ORGANISATIONS, type Place, SPACES } from './world.ts'

// Most requests go to two organisations of each space, so that much happens to them in a day.
const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 1 }) },
  { weight: 2, arbitrary: fc.nat({ max: ORGANISATIONS - 1 }) },
)

/** Organisations of all spaces. */
export const places: fc.Arbitrary<Place> = fc.record({
  space: fc.constantFrom(...SPACES),
  organisation: numbers,
  isSmall: fc.boolean(),
  isLookedAt: fc.boolean(),
})

const readsOf = (type: Read['type']): fc.Arbitrary<Read> =>
  fc.record({
    kind: fc.constant('read'),
    type: fc.constant(type),
    id: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...READ_IDS[type].held) },
      { weight: 1, arbitrary: fc.constantFrom(...READ_IDS[type].others) },
    ),
    isAnonymous: fc.nat({ max: 7 }).map((each) => each === 0),
  })

const reads: fc.Arbitrary<Read> = fc.oneof(readsOf('Appointment'), readsOf('ServiceRequest'))

const puts: fc.Arbitrary<Control> = fc.record({
  kind: fc.constant('put'),
  state: fc.constantFrom(...STATES),
})

const resets: fc.Arbitrary<Control> = fc.constant({ kind: 'reset' })

/** Requests that the sandbox takes as one step, and may get at once. */
export const atomic: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 12, arbitrary: messages },
  { weight: 5, arbitrary: reads },
  { weight: 1, arbitrary: resets },
)

/** Requests of every kind. */
export const requests: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 18, arbitrary: atomic },
  // It puts, then looks: sent with others at once, it may see what they did in between.
  { weight: 1, arbitrary: puts },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' }) },
)
