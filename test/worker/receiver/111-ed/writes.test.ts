import { it } from 'vitest'
import { APPOINTMENT, REFERRAL } from '../../../support/conversation.ts'
import { setClock, stopClock } from '../../clock.ts'
import { Sender } from '../../sender.ts'
import { written } from './storage.ts'

stopClock()

const MIDNIGHT = '2030-01-15T00:00:00.000Z'
const TOMORROW = '2030-01-15T09:00:00.000Z'

// Everything that changes nothing, in the state appointment-booked.
const IDLE: Readonly<Record<string, (sender: Sender) => Promise<Response>>> = {
  'a booking refused with 409': (sender) => sender.does('book'),
  'a referral refused with 409': (sender) => sender.does('refer-mislinked'),
  'a cancel refused with 400': (sender) => sender.does('cancel-referral'),
  'a read of the booking held': (sender) => sender.read('Appointment', APPOINTMENT),
  'a read of a referral not held': (sender) => sender.read('ServiceRequest', REFERRAL),
  'a read of an unknown id': (sender) => sender.read('Appointment', crypto.randomUUID()),
  'a stateless booking': (sender) => sender.asks('booking-accepted'),
  'a look at the state': (sender) => sender.control('GET'),
  'the state it has': (sender) => sender.control('PUT', '/state', '{"state":"appointment-booked"}'),
  'a state that does not exist': (sender) => sender.control('PUT', '/state', '{"state":"booked"}'),
}

for (const [what, asks] of Object.entries(IDLE)) {
  it(`writes nothing for ${what}`, async ({ expect }) => {
    const sender = new Sender()
    await sender.reach('appointment-booked')
    const before = await written(sender)

    await asks(sender)

    expect(await written(sender)).toEqual(before)
  })
}

it('writes nothing to reset an organisation that never did anything', async ({ expect }) => {
  const sender = new Sender()
  const before = await written(sender)

  await sender.control('DELETE')

  expect(await written(sender)).toEqual(before)
})

it('writes nothing on the morning after, until something changes', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('referral-created')
  const before = await written(sender)
  setClock(TOMORROW)

  const statuses = []
  for (const event of ['cancel-booking', 'cancel-referral', 'refer-linked'] as const) {
    statuses.push((await sender.does(event)).status)
  }
  statuses.push((await sender.read('Appointment', APPOINTMENT)).status)
  await sender.record()

  expect(statuses).toEqual([400, 400, 400, 404])
  expect(await written(sender)).toEqual(before)
})

it('writes a row and the alarm for the first change of a day', async ({ expect }) => {
  const sender = new Sender()
  await sender.does('cancel-booking')
  const before = await written(sender)

  await sender.does('book')

  expect(before).toMatchObject({ rows: 0, alarm: null })
  expect(await written(sender)).toMatchObject({ rows: 2, alarm: Date.parse(MIDNIGHT) })
})

it('writes one row for each change after the first', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('appointment-booked')
  const before = await written(sender)

  await sender.does('refer-linked')

  expect(await written(sender)).toEqual({ ...before, rows: before.rows + 1 })
})
