import { it } from 'vitest'
import { asJson, isObject } from '../../../../src/fhir/json.ts'
import { APPOINTMENT, REFERRAL, STATELESS_APPOINTMENT } from '../../../support/conversation.ts'
import { refusal } from '../../../support/expected/refusals.ts'
import { stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const OWN_ID = '3f1b0c3e-8a52-4f0e-9f57-0d3c5f1d2a10'
const notFound = refusal(404, 'REC_NOT_FOUND', 'not-found', /^the id of the Appointment: received/)

const STATELESS = { Appointment: STATELESS_APPOINTMENT, ServiceRequest: REFERRAL }

const BOOKED = [200, '111-ed-get-booking-booked']
const CANCELLED = [200, '111-ed-get-booking-cancelled']
const ACTIVE = [200, '111-ed-get-referral-active']
const REVOKED = [200, '111-ed-get-referral-revoked']
const STATELESS_REFERRAL = [200, 'referral-get']
const NOT_FOUND = [404, null]

/** A resource like the stateless one of its kind, which other tests compare whole. */
const likeStateless = async (
  type: 'Appointment' | 'ServiceRequest',
  id: string,
  status: string,
) => {
  const stateless = await new Sender().read(type, STATELESS[type])
  const resource = asJson(await stateless.json())
  return isObject(resource) ? { ...resource, id, status } : resource
}

// What is read after these messages; a booking that is cancelled takes the referral with it.
const READS = [
  ['Appointment', APPOINTMENT, 'booked', BOOKED, ['book']],
  ['Appointment', APPOINTMENT, 'booked', BOOKED, ['book', 'refer-linked']],
  ['Appointment', APPOINTMENT, 'cancelled', CANCELLED, ['book', 'cancel-booking']],
  ['Appointment', APPOINTMENT, 'booked', BOOKED, ['book', 'cancel-booking', 'book']],
  ['ServiceRequest', REFERRAL, 'active', ACTIVE, ['book', 'refer-linked']],
  ['ServiceRequest', REFERRAL, 'revoked', REVOKED, ['book', 'refer-linked', 'cancel-referral']],
  ['ServiceRequest', REFERRAL, 'revoked', REVOKED, ['book', 'refer-linked', 'cancel-booking']],
  [
    'ServiceRequest',
    REFERRAL,
    'revoked',
    REVOKED,
    ['book', 'refer-linked', 'cancel-booking', 'book'],
  ],
  [
    'ServiceRequest',
    REFERRAL,
    'active',
    ACTIVE,
    ['book', 'refer-linked', 'cancel-referral', 'refer-linked'],
  ],
] as const

for (const [type, id, status, answer, events] of READS) {
  it(`answers the ${type} as ${status} after ${events.join(', ')}`, async ({ expect }) => {
    const sender = new Sender()
    for (const event of events) await sender.does(event)

    const response = await sender.read(type, id)

    expect(gist(response)).toEqual(answer)
    expect(await response.json()).toEqual(await likeStateless(type, id, status))
  })
}

it('tells the booking that stands from the one cancelled before it', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('appointment-booked')
  await sender.does('cancel-booking')
  await sender.does('book', { 'Appointment.id': OWN_ID.toUpperCase() })

  const first = await sender.read('Appointment', APPOINTMENT)
  const second = await sender.read('Appointment', OWN_ID)
  const inUpperCase = await sender.read('Appointment', OWN_ID.toUpperCase())

  expect([first, second, inUpperCase].map(gist)).toEqual([CANCELLED, BOOKED, BOOKED])
})

it('answers 404 for a booking that was never made', async ({ expect }) => {
  const response = await new Sender().read('Appointment', APPOINTMENT)

  expect(gist(response)).toEqual(NOT_FOUND)
  expect(await response.json()).toEqual(notFound)
})

// What an organisation that holds a booking and no referral reads.
const ORDER = [
  ['Appointment', STATELESS_APPOINTMENT, [200, 'booking-get']],
  ['Appointment', '0d440c22-7f25-4c6c-905d-2213d197d02a', [501, 'booking-get-not-implemented-501']],
  ['Appointment', REFERRAL, NOT_FOUND],
  ['Appointment', OWN_ID, NOT_FOUND],
  ['Appointment', 'not-a-uuid', [400, null]],
  ['ServiceRequest', REFERRAL, STATELESS_REFERRAL],
  ['ServiceRequest', '0b42eac3-0175-43c8-bbab-efaa8ca31ccf', [200, 'validation-get']],
  ['ServiceRequest', APPOINTMENT, NOT_FOUND],
] as const

for (const [type, id, answer] of ORDER) {
  it(`leaves ${type}/${id} to the stateless scenarios while a booking is held`, async ({
    expect,
  }) => {
    const sender = new Sender()
    await sender.reach('appointment-booked')

    expect(gist(await sender.read(type, id))).toEqual(answer)
  })
}
