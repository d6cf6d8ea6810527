import { it } from 'vitest'
import { patient, STATEFUL_PATIENT } from '../../../support/conversation.ts'
import type { Changes } from '../../../support/request-of.ts'
import { stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const stateful = (edits: Changes['edits'] = {}): Changes => ({
  edits: { ...patient(STATEFUL_PATIENT), ...edits },
})
const withHeaders = (headers: NonNullable<Changes['headers']>): Changes => ({
  ...stateful(),
  headers,
})
const testTarget = (value: string): Changes =>
  withHeaders({ 'NHSD-Target-Identifier': btoa(JSON.stringify({ system: 'tests', value })) })

// Sent while a referral is held; each but for one thing is like a message that would change the state.
// biome-ignore format: a table reads by column
const OTHERS: readonly (readonly [what: string, row: string, changes: Changes, status: number, scenario: string | null])[] = [
  ['a cancel of the booking of another patient',  'booking-cancelled',            {},                                                200, 'booking-cancelled'],
  ['a cancel of the referral of another patient', 'referral-cancelled',           {},                                                200, 'referral-cancelled'],
  ['a booking of another patient',                'booking-accepted',             {},                                                200, 'booking-accepted'],
  ['a patient that stands for a 500',             'referral-server-error-500',    {},                                                500, 'referral-server-error-500'],
  ['an update of the booking',                    'booking-updated',              stateful(),                                        200, '111-ed-update-booking-referral-created'],
  ['an update of the referral',                   'referral-updated',             stateful(),                                        200, 'referral-updated'],
  ['a referral put on hold',                      'referral-updated',             stateful({ 'ServiceRequest.status': 'on-hold' }),  200, 'referral-updated'],
  ['a validation request',                        'validation-accepted',          stateful(),                                        200, 'validation-accepted'],
  ['a cancel of a validation request',            'validation-cancelled',         stateful(),                                        200, 'validation-cancelled'],
  ['a response to the referral',                  'safeguarding-response',        stateful(),                                        200, 'safeguarding-response'],
  ['a response to a validation request',          'validation-response-accepted', stateful(),                                        200, 'validation-response-accepted'],
  ['a cancel to the test target of 409',          'booking-cancelled',            testTarget('NHS0001-409'),                         409, 'test-target-409'],
  ['a cancel of an unknown reason',               'booking-cancelled',            stateful({ 'MessageHeader.reason': undefined }),   400, null],
  ['a cancel without an organisation',            'booking-cancelled',            withHeaders({ 'NHSD-End-User-Organisation': undefined }), 400, null],
  ['a cancel without an X-Request-Id',            'booking-cancelled',            withHeaders({ 'X-Request-Id': undefined }),        400, null],
  ['a cancel to an unknown target',               'booking-cancelled',            testTarget('NHS0002'),                             404, null],
  ['a cancel that wants XML',                     'booking-cancelled',            withHeaders({ Accept: 'application/fhir+xml' }),   406, null],
  ['a cancel that says it is XML',                'booking-cancelled',            withHeaders({ 'Content-Type': 'application/fhir+xml' }), 415, null],
]

for (const [what, row, changes, status, scenario] of OTHERS) {
  it(`leaves the state as it is on ${what}`, async ({ expect }) => {
    const sender = new Sender()
    await sender.reach('referral-created')
    const before = await sender.record()

    const response = await sender.asks(row, changes)

    expect(gist(response)).toEqual([status, scenario])
    expect(await sender.record()).toEqual(before)
  })
}

it('leaves the state as it is when a sentinel patient is in the message too', async ({
  expect,
}) => {
  const sender = new Sender()
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9933902830' }]

  const response = await sender.does('book', {
    'Bundle.entry.-': { resource: { resourceType: 'Patient', identifier } },
  })

  expect(gist(response)).toEqual([409, 'booking-conflict-409'])
  expect(await sender.record()).toMatchObject({ state: 'initial', history: [] })
})

it('takes the test target that answers as any service does into the conversation', async ({
  expect,
}) => {
  const sender = new Sender()

  const response = await sender.asks('booking-accepted', testTarget('NHS0001'))

  expect(gist(response)).toEqual([200, '111-ed-book-initial'])
  expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
})

const STRANGERS = {
  'another organisation': ({ space }: Sender) => new Sender({ space, odsCode: 'B2002' }),
  'an organisation whose code begins alike': ({ space }: Sender) =>
    new Sender({ space, odsCode: 'A10011' }),
  'the same organisation in another space': () => new Sender(),
  'the same organisation in the public space': () => new Sender({ space: 'public' }),
}

for (const [who, strangerTo] of Object.entries(STRANGERS)) {
  it(`keeps the state from ${who}`, async ({ expect }) => {
    const sender = new Sender()
    await sender.reach('referral-created')
    const before = await sender.record()
    const stranger = strangerTo(sender)
    await stranger.control('DELETE')

    const cancel = await stranger.does('cancel-booking')
    const book = await stranger.does('book')

    expect([cancel, book].map(gist)).toEqual([
      [400, '111-ed-cancel-booking-initial'],
      [200, '111-ed-book-initial'],
    ])
    expect(await sender.record()).toEqual(before)
  })
}
