import fc from 'fast-check'
import type { Link, Message, Workflow } from './asked.ts'
import { APPOINTMENT_IDS, LINKS, OTHER_LINKS, OTHER_PATIENTS, STATEFUL_PATIENTS } from './values.ts'

/** How often a kind of message is sent, and the forms it takes. */
interface Kind {
  readonly weight: number
  readonly reasons: readonly string[]
  readonly statuses: readonly string[]
}

// biome-ignore format: a table reads by column
const KINDS: Readonly<Record<Workflow, Kind>> = {
  'booking-new':     { weight: 6, reasons: ['new'],                     statuses: ['booked'] },
  'booking-update':  { weight: 1, reasons: ['update'],                  statuses: ['booked'] },
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
export const messages: fc.Arbitrary<Message> = fc.oneof(
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
