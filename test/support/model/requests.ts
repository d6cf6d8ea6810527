import fc from 'fast-check'
import {
  APPOINTMENT_IDS,
  type Asked,
  type Control,
  LINKS,
  type Link,
  type Message,
  OTHER_LINKS,
  OTHER_PATIENTS,
  READ_IDS,
  type Read,
  type Search,
  STATEFUL_PATIENTS,
  type Workflow,
} from './asked.ts'
import { STATES } from './table.ts'
import { ORGANISATIONS, SPACES, type Whose } from './world.ts'

/** How often a kind of message is sent, and the forms it takes. */
interface Kind {
  readonly weight: number
  readonly reasons: readonly string[]
  readonly statuses: readonly string[]
}

// biome-ignore format: a table reads by column
const KINDS: Readonly<Record<Workflow, Kind>> = {
  'booking-new':     { weight: 6, reasons: ['new'],                     statuses: ['booked'] },
  'booking-update':  { weight: 2, reasons: ['update'],                  statuses: ['booked'] },
  'booking-cancel':  { weight: 3, reasons: ['update', 'delete', 'new'], statuses: ['cancelled', 'entered-in-error'] },
  'referral-new':    { weight: 6, reasons: ['new'],                     statuses: ['active'] },
  'referral-update': { weight: 1, reasons: ['update'],                  statuses: ['active', 'on-hold'] },
  'referral-cancel': { weight: 3, reasons: ['update', 'delete'],        statuses: ['revoked', 'entered-in-error'] },
}

const patients = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(...STATEFUL_PATIENTS) },
  { weight: 1, arbitrary: fc.constantFrom(...OTHER_PATIENTS) },
)

const others = fc.array(fc.constantFrom(...OTHER_LINKS), { maxLength: 2 })

const links: fc.Arbitrary<readonly Link[]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...LINKS)) },
  {
    weight: 1,
    arbitrary: fc.tuple(others, fc.constantFrom(...LINKS), others).map((all) => all.flat()),
  },
  { weight: 2, arbitrary: others },
)

const of = (workflow: Workflow): fc.Arbitrary<Message> =>
  fc.record({
    kind: fc.constant('message'),
    workflow: fc.constant(workflow),
    patient: patients,
    id: fc.constantFrom(...APPOINTMENT_IDS),
    links: workflow === 'referral-new' ? links : fc.constant([]),
    reason: fc.constantFrom(...KINDS[workflow].reasons),
    status: fc.constantFrom(...KINDS[workflow].statuses),
  })

const weighted = (workflow: Workflow) => ({
  weight: KINDS[workflow].weight,
  arbitrary: of(workflow),
})

/** Messages of bookings and referrals. */
const messages: fc.Arbitrary<Message> = fc.oneof(
  weighted('booking-new'),
  weighted('booking-update'),
  weighted('booking-cancel'),
  weighted('referral-new'),
  weighted('referral-update'),
  weighted('referral-cancel'),
)

/** New bookings of the stateful patient. */
export const bookings: fc.Arbitrary<Message> = fc
  .tuple(of('booking-new'), fc.constantFrom(...STATEFUL_PATIENTS))
  .map(([message, patient]) => ({ ...message, patient }))

// Most requests go to two organisations of each space, so that much happens to them in a day.
const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 1 }) },
  { weight: 2, arbitrary: fc.nat({ max: ORGANISATIONS - 1 }) },
)

/** Organisations of all spaces. */
export const places: fc.Arbitrary<Whose> = fc.record({
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

// A search has to have a number.
const SEARCHED = [...STATEFUL_PATIENTS, ...OTHER_PATIENTS].filter(
  ({ nhsNumber }) => nhsNumber !== null,
)

const searches: fc.Arbitrary<Search> = fc.record({
  kind: fc.constant('search'),
  type: fc.constantFrom('Appointment', 'ServiceRequest'),
  patient: fc.constantFrom(...SEARCHED),
  isAnonymous: fc.nat({ max: 7 }).map((each) => each === 0),
})

const puts: fc.Arbitrary<Control> = fc.record({
  kind: fc.constant('put'),
  state: fc.constantFrom(...STATES),
})

const resets: fc.Arbitrary<Control> = fc.constant({ kind: 'reset' })

/** Requests that the sandbox takes as one step, and may get at once. */
export const atomic: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 12, arbitrary: messages },
  { weight: 5, arbitrary: reads },
  { weight: 2, arbitrary: searches },
  { weight: 1, arbitrary: resets },
  { weight: 1, arbitrary: puts },
)

/** Requests of every kind. */
export const requests: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 21, arbitrary: atomic },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' }) },
)
