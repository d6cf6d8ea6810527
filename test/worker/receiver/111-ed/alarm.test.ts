import { runDurableObjectAlarm } from 'cloudflare:test'
import { it } from 'vitest'
import { setClock, stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'
import { deliverAlarm, loseAlarm, stored } from './storage.ts'

stopClock()

const EVENING = '2030-03-30T20:00:00.000Z'
const MIDNIGHT = '2030-03-31T00:00:00.000Z'
const MORNING = '2030-03-31T09:00:00.000Z'
const NEXT_MIDNIGHT = '2030-03-31T23:00:00.000Z'

const bookedInTheEvening = async (): Promise<Sender> => {
  const sender = new Sender()
  setClock(EVENING)
  await sender.does('book')
  return sender
}

it('clears by an alarm that comes hours late', async ({ expect }) => {
  const sender = await bookedInTheEvening()
  setClock(MORNING)

  await runDurableObjectAlarm(sender.object())

  expect(await stored(sender)).toEqual({ changes: 0, alarm: NEXT_MIDNIGHT })
  expect(await sender.record()).toMatchObject({ state: 'initial', history: [] })
})

it('keeps what happened since midnight from an alarm that comes late', async ({ expect }) => {
  const sender = await bookedInTheEvening()
  setClock(MORNING)
  await sender.does('book')

  await runDurableObjectAlarm(sender.object())

  expect(await stored(sender)).toEqual({ changes: 1, alarm: NEXT_MIDNIGHT })
  expect(gist(await sender.does('refer-linked'))).toEqual([
    200,
    '111-ed-refer-linked-appointment-booked',
  ])
})

it('keeps the day from an alarm that comes early, and sets it again', async ({ expect }) => {
  const sender = await bookedInTheEvening()

  await runDurableObjectAlarm(sender.object())

  expect(await stored(sender)).toEqual({ changes: 1, alarm: MIDNIGHT })
  expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
})

it('shows nothing of a lost alarm: the new day begins anew', async ({ expect }) => {
  const sender = await bookedInTheEvening()
  await loseAlarm(sender)
  setClock(MORNING)

  const read = await sender.record()
  const book = await sender.does('book')

  expect(read).toMatchObject({ state: 'initial', history: [] })
  expect(gist(book)).toEqual([200, '111-ed-book-initial'])
})

it('drops the day before and sets a new alarm with the first change after a lost one', async ({
  expect,
}) => {
  const sender = await bookedInTheEvening()
  await sender.does('refer-linked')
  await loseAlarm(sender)
  setClock(MORNING)

  await sender.does('book')

  expect(await stored(sender)).toEqual({ changes: 1, alarm: NEXT_MIDNIGHT })
})

it('takes an alarm that comes twice as one', async ({ expect }) => {
  const sender = await bookedInTheEvening()
  setClock(MIDNIGHT)

  await runDurableObjectAlarm(sender.object())
  await deliverAlarm(sender)

  expect(await stored(sender)).toEqual({ changes: 0, alarm: NEXT_MIDNIGHT })
})

it('keeps a booking that was made between an alarm and its second coming', async ({ expect }) => {
  const sender = await bookedInTheEvening()
  setClock(MIDNIGHT)
  await runDurableObjectAlarm(sender.object())
  await sender.does('book')

  await deliverAlarm(sender)

  expect(await stored(sender)).toEqual({ changes: 1, alarm: NEXT_MIDNIGHT })
  expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
})
