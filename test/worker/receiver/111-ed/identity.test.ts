import { it } from 'vitest'
import { APPOINTMENT, messageBy, patient, REFERRAL } from '../../../support/conversation.ts'
import { accepted } from '../../../support/expected/message.ts'
import { stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'

stopClock()

const OWN_ID = '3f1b0c3e-8a52-4f0e-9f57-0d3c5f1d2a10'
const OTHER_NHS_NUMBER = '9728928254'

const IDS = [
  ['keeps a UUID of the Sender', OWN_ID, OWN_ID],
  ['writes a UUID of the Sender in lower case', OWN_ID.toUpperCase(), OWN_ID],
  ['gives an id where the Sender gives none', undefined, APPOINTMENT],
  ['replaces an id that is no UUID', 'appointment-1', APPOINTMENT],
  ['replaces a urn:uuid', `urn:uuid:${OWN_ID}`, APPOINTMENT],
  ['replaces the stateless booking', 'ce1c4ced-2a84-4198-9982-9caf894d0bb7', APPOINTMENT],
  ['replaces the sentinel of 501', '0d440c22-7f25-4c6c-905d-2213d197d02a', APPOINTMENT],
  ['replaces a sentinel in upper case', '0D440C22-7F25-4C6C-905D-2213D197D02A', APPOINTMENT],
  ['replaces the referral', REFERRAL, APPOINTMENT],
  ['replaces the validation request', '0b42eac3-0175-43c8-bbab-efaa8ca31ccf', APPOINTMENT],
] as const

for (const [does, sent, id] of IDS) {
  it(`${does} as the id of the Appointment, answers it and holds it`, async ({ expect }) => {
    const sender = new Sender()
    const message = messageBy(sender.odsCode, 'book', { 'Appointment.id': sent })

    const response = await sender.send(message)

    expect(await response.json()).toEqual(accepted(message.body, 'Appointment', id))
    expect(await sender.record()).toMatchObject({
      state: 'appointment-booked',
      held: { appointmentId: id, serviceRequestId: null },
    })
  })
}

it('holds the id of the booking that stands, when one is cancelled and another made', async ({
  expect,
}) => {
  const sender = new Sender()
  await sender.does('book')
  await sender.does('cancel-booking')

  await sender.does('book', { 'Appointment.id': OWN_ID })

  expect(await sender.record()).toMatchObject({ held: { appointmentId: OWN_ID } })
})

it('cancels the booking held, whatever id the Sender names, and answers the one held', async ({
  expect,
}) => {
  const sender = new Sender()
  await sender.does('book', { 'Appointment.id': OWN_ID })
  const message = messageBy(sender.odsCode, 'cancel-booking')

  const response = await sender.send(message)

  expect(await response.json()).toEqual(accepted(message.body, 'Appointment', OWN_ID))
})

it('keeps one state for both NHS numbers of the stateful patient', async ({ expect }) => {
  const sender = new Sender()
  await sender.does('book')

  const second = await sender.does('book', patient(OTHER_NHS_NUMBER))
  const referral = await sender.does('refer-linked', patient(OTHER_NHS_NUMBER))
  const cancel = await sender.does('cancel-booking')

  expect([second, referral, cancel].map(gist)).toEqual([
    [409, '111-ed-book-appointment-booked'],
    [200, '111-ed-refer-linked-appointment-booked'],
    [200, '111-ed-cancel-booking-referral-created'],
  ])
})

it('knows the stateful patient by an NHS number that is written with spaces', async ({
  expect,
}) => {
  const response = await new Sender().does('book', patient('970 760 6312'))

  expect(gist(response)).toEqual([200, '111-ed-book-initial'])
})

it('keeps one state for an ODS code in any letter case, with spaces around it', async ({
  expect,
}) => {
  const sender = new Sender({ odsCode: 'RX1' })
  await sender.does('book')

  const spaced = await sender.send(messageBy(' rx1 ', 'refer-linked'))
  const lower = await sender.send(messageBy('rx1', 'cancel-referral'))

  expect([spaced, lower].map(gist)).toEqual([
    [200, '111-ed-refer-linked-appointment-booked'],
    [200, '111-ed-cancel-referral-referral-created'],
  ])
  expect(await sender.record()).toMatchObject({ odsCode: 'RX1', state: 'appointment-booked' })
})

it('lets exactly one of twenty bookings at once win', async ({ expect }) => {
  const sender = new Sender()
  const ids = Array.from({ length: 20 }, () => crypto.randomUUID())

  const responses = await Promise.all(
    ids.map((id) => sender.does('book', { 'Appointment.id': id })),
  )

  const winners = ids.filter((_id, place) => responses[place]?.status === 200)
  expect(responses.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
  expect(await sender.record()).toMatchObject({
    state: 'appointment-booked',
    held: { appointmentId: winners[0] },
    history: [{ event: 'book', from: 'initial', to: 'appointment-booked' }],
  })
})
