import { it } from 'vitest'
import {
  APPOINTMENT,
  type Event,
  REFERRAL,
  STATEFUL_PATIENT,
} from '../../../support/conversation.ts'
import { stopClock } from '../../clock.ts'
import { Sender } from '../../sender.ts'

stopClock()

const OWN_ID = '3f1b0c3e-8a52-4f0e-9f57-0d3c5f1d2a10'

type Type = 'Appointment' | 'ServiceRequest'

const search = async (sender: Sender, type: Type, nhsNumber = STATEFUL_PATIENT) => {
  const identifier = encodeURIComponent(`https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`)
  const path = `/${type}?patient:identifier=${identifier}`
  const response = await sender.asks('booking-get', { path })
  const { entry = [] } = JSON.parse(await response.text())
  const found = entry.map(
    ({ resource }: { resource: { id: string; status: string } }) =>
      `${resource.id} ${resource.status}`,
  )
  return [response.headers.get('Sandbox-Scenario'), ...found]
}

const NO_BOOKING = ['appointment-search-none']
const NO_REFERRAL = ['service-request-search-none']
const BOOKED = ['111-ed-search-booking', `${APPOINTMENT} booked`]
const REFERRED = ['111-ed-search-referral', `${REFERRAL} active`]

// What is found of the stateful patient after these messages: what is held, and nothing cancelled.
// biome-ignore format: a table reads by column
const FOUND: readonly (readonly [events: readonly Event[], bookings: readonly string[], referrals: readonly string[]])[] = [
  [[],                                           NO_BOOKING, NO_REFERRAL],
  [['book'],                                     BOOKED,     NO_REFERRAL],
  [['book', 'refer-linked'],                     BOOKED,     REFERRED],
  [['book', 'refer-linked', 'cancel-referral'],  BOOKED,     NO_REFERRAL],
  [['book', 'refer-linked', 'cancel-booking'],   NO_BOOKING, NO_REFERRAL],
]

for (const [events, bookings, referrals] of FOUND) {
  it(`finds what is held after ${events.join(', ') || 'nothing'}`, async ({ expect }) => {
    const sender = new Sender()
    for (const event of events) await sender.does(event)

    expect(await search(sender, 'Appointment')).toEqual(bookings)
    expect(await search(sender, 'ServiceRequest')).toEqual(referrals)
  })
}

it('finds a booking under the id that the Sender gave it, by either of its NHS numbers', async ({
  expect,
}) => {
  const sender = new Sender()
  await sender.does('book', { 'Appointment.id': OWN_ID })

  const found = [
    await search(sender, 'Appointment'),
    await search(sender, 'Appointment', '9728928254'),
  ]

  const own = ['111-ed-search-booking', `${OWN_ID} booked`]
  expect(found).toEqual([own, own])
})

it('finds nothing that another organisation holds', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('referral-created')
  const stranger = new Sender({ space: sender.space, odsCode: 'B2002' })

  expect(await search(stranger, 'Appointment')).toEqual(NO_BOOKING)
  expect(await search(stranger, 'ServiceRequest')).toEqual(NO_REFERRAL)
})

it('writes nothing by a search', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('referral-created')
  const before = await sender.record()

  await search(sender, 'Appointment')

  expect(await sender.record()).toEqual(before)
})
