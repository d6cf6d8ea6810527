import { it } from 'vitest'
import { APPOINTMENT, REFERRAL } from '../../../support/conversation.ts'
import { setClock, stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const NOT_FOUND = [404, null]
const STATELESS_REFERRAL = [200, 'referral-get']

/** What a booking and a referral of the stateful patient read as. */
const readBoth = async (sender: Sender, headers = {}) => [
  gist(await sender.read('Appointment', APPOINTMENT, { headers })),
  gist(await sender.read('ServiceRequest', REFERRAL, { headers })),
]

const cancelledToday = async (): Promise<Sender> => {
  const sender = new Sender()
  await sender.reach('referral-created')
  await sender.does('cancel-booking')
  return sender
}

it('reads nothing of another organisation', async ({ expect }) => {
  const { space } = await cancelledToday()

  expect(await readBoth(new Sender({ space, odsCode: 'B2002' }))).toEqual([
    NOT_FOUND,
    STATELESS_REFERRAL,
  ])
})

it('reads nothing of another space', async ({ expect }) => {
  await cancelledToday()

  expect(await readBoth(new Sender())).toEqual([NOT_FOUND, STATELESS_REFERRAL])
})

it('reads statelessly without an organisation', async ({ expect }) => {
  const sender = await cancelledToday()

  const answers = await readBoth(sender, { 'NHSD-End-User-Organisation': undefined })

  expect(answers).toEqual([NOT_FOUND, STATELESS_REFERRAL])
})

it('reads nothing of the day before', async ({ expect }) => {
  const sender = await cancelledToday()
  setClock('2030-01-15T00:00:00.000Z')

  expect(await readBoth(sender)).toEqual([NOT_FOUND, STATELESS_REFERRAL])
})

it('reads nothing of before a reset by hand', async ({ expect }) => {
  const sender = await cancelledToday()
  await sender.control('DELETE')

  expect(await readBoth(sender)).toEqual([NOT_FOUND, STATELESS_REFERRAL])
})

it('reads by the state that was set by hand', async ({ expect }) => {
  const sender = new Sender()
  const read = []
  for (const state of ['appointment-booked', 'referral-created', 'initial']) {
    await sender.control('PUT', '/state', JSON.stringify({ state }))
    read.push(await readBoth(sender))
  }

  expect(read).toEqual([
    [[200, '111-ed-get-booking-booked'], STATELESS_REFERRAL],
    [
      [200, '111-ed-get-booking-booked'],
      [200, '111-ed-get-referral-active'],
    ],
    [
      [200, '111-ed-get-booking-cancelled'],
      [200, '111-ed-get-referral-revoked'],
    ],
  ])
})
