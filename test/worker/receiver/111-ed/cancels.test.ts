import { it } from 'vitest'
import type { Event } from '../../../support/conversation.ts'
import { stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const STATUS = {
  'cancel-booking': 'Appointment.status',
  'cancel-referral': 'ServiceRequest.status',
}

// Ruling 6: what cancels.
const CANCELS = [
  ['cancel-booking', 'cancelled', 'update'],
  ['cancel-booking', 'cancelled', 'delete'],
  ['cancel-booking', 'cancelled', 'new'],
  ['cancel-booking', 'entered-in-error', 'update'],
  ['cancel-booking', 'entered-in-error', 'delete'],
  ['cancel-referral', 'revoked', 'update'],
  ['cancel-referral', 'revoked', 'delete'],
  ['cancel-referral', 'entered-in-error', 'update'],
  ['cancel-referral', 'entered-in-error', 'delete'],
] as const

for (const [event, status, reason] of CANCELS) {
  it(`takes the status ${status} with the reason ${reason} as ${event}`, async ({ expect }) => {
    const sender = new Sender()
    await sender.reach('referral-created')

    const response = await sender.does(event, {
      [STATUS[event]]: status,
      'MessageHeader.reason.coding.0.code': reason,
    })

    expect(gist(response)).toEqual([200, `111-ed-${event}-referral-created`])
  })
}

const CONVERSATION: readonly (readonly [event: Event, status: number, scenario: string])[] = [
  ['book', 200, '111-ed-book-initial'],
  ['refer-linked', 200, '111-ed-refer-linked-appointment-booked'],
  ['cancel-referral', 200, '111-ed-cancel-referral-referral-created'],
  ['cancel-referral', 400, '111-ed-cancel-referral-appointment-booked'],
  ['refer-linked', 200, '111-ed-refer-linked-appointment-booked'],
  ['cancel-booking', 200, '111-ed-cancel-booking-referral-created'],
  ['cancel-booking', 400, '111-ed-cancel-booking-initial'],
  ['cancel-referral', 400, '111-ed-cancel-referral-initial'],
  ['book', 200, '111-ed-book-initial'],
]

it('meets a cancel that is repeated in the state that the first left', async ({ expect }) => {
  const sender = new Sender()

  const answers = []
  for (const [event] of CONVERSATION) answers.push([event, ...gist(await sender.does(event))])

  expect(answers).toEqual(CONVERSATION)
})

it('refuses a second booking for another Slot while one is held', async ({ expect }) => {
  const sender = new Sender()
  await sender.does('book')

  const response = await sender.does('book', {
    'Appointment.start': '2035-01-16T10:00:00+00:00',
    'Appointment.end': '2035-01-16T10:15:00+00:00',
    'Slot.start': '2035-01-16T10:00:00+00:00',
    'Slot.end': '2035-01-16T10:15:00+00:00',
  })

  expect(gist(response)).toEqual([409, '111-ed-book-appointment-booked'])
})
