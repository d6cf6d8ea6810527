import { runDurableObjectAlarm } from 'cloudflare:test'
import { it } from 'vitest'
import { setClock, stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'
import { leftOf, loseAlarm, stored } from './storage.ts'

stopClock()

const booked = { state: 'appointment-booked', history: [{ event: 'book' }] }
const initial = { state: 'initial', history: [], held: { appointmentId: null } }

/** An organisation that booked at that time. */
const bookedAt = async (instant: string): Promise<Sender> => {
  const sender = new Sender()
  setClock(instant)
  await sender.does('book')
  return sender
}

// Booked on one day, and the next; midnight in London is 24, 23 and 25 hours after the one before.
// biome-ignore format: a table reads by column
const NIGHTS = [
  ['a winter night',             '2030-01-14T12:00:00.000Z', '2030-01-15T00:00:00.000Z', '2030-01-16T00:00:00.000Z'],
  ['a summer night',             '2030-07-01T12:00:00.000Z', '2030-07-01T23:00:00.000Z', '2030-07-02T23:00:00.000Z'],
  ['the night before 23 hours',  '2030-03-30T12:00:00.000Z', '2030-03-31T00:00:00.000Z', '2030-03-31T23:00:00.000Z'],
  ['the night after 23 hours',   '2030-03-31T12:00:00.000Z', '2030-03-31T23:00:00.000Z', '2030-04-01T23:00:00.000Z'],
  ['the night before 25 hours',  '2030-10-26T12:00:00.000Z', '2030-10-26T23:00:00.000Z', '2030-10-28T00:00:00.000Z'],
  ['the night after 25 hours',   '2030-10-27T12:00:00.000Z', '2030-10-28T00:00:00.000Z', '2030-10-29T00:00:00.000Z'],
  ['the last night of the year', '2030-12-31T12:00:00.000Z', '2031-01-01T00:00:00.000Z', '2031-01-02T00:00:00.000Z'],
] as const

for (const [night, noon, midnight, followingMidnight] of NIGHTS) {
  it(`begins anew at midnight in London in ${night}`, async ({ expect }) => {
    const sender = await bookedAt(noon)
    setClock(new Date(Date.parse(midnight) - 1).toISOString())
    expect(await sender.record()).toMatchObject({ ...booked, resetsAt: midnight })

    setClock(midnight)

    expect(await sender.record()).toMatchObject({ ...initial, resetsAt: followingMidnight })
    expect(gist(await sender.does('book'))).toEqual([200, '111-ed-book-initial'])
  })

  it(`clears what is left by an alarm at midnight in London in ${night}`, async ({ expect }) => {
    const sender = await bookedAt(noon)
    expect(await stored(sender)).toEqual({ changes: 1, alarm: midnight })
    setClock(midnight)

    const ran = await runDurableObjectAlarm(sender.object())

    expect(ran).toBe(true)
    expect(await stored(sender)).toEqual({ changes: 0, alarm: followingMidnight })
    expect(await sender.record()).toMatchObject(initial)
  })

  it(`forgets an organisation a night after ${night}`, async ({ expect }) => {
    const sender = await bookedAt(noon)
    setClock(midnight)
    await runDurableObjectAlarm(sender.object())
    setClock(followingMidnight)

    await runDurableObjectAlarm(sender.object())

    expect(await leftOf(sender)).toEqual({ tables: [], day: undefined, alarm: null })
    expect(gist(await sender.does('book'))).toEqual([200, '111-ed-book-initial'])
  })
}

for (const [how, night] of [
  ['whose alarm came', (sender: Sender) => runDurableObjectAlarm(sender.object())],
  ['whose alarm was lost', loseAlarm],
] as const) {
  it(`begins anew for an organisation ${how}, and that was idle for a week`, async ({ expect }) => {
    const sender = await bookedAt('2030-03-30T20:00:00.000Z')
    setClock('2030-03-31T00:00:00.000Z')
    await night(sender)
    setClock('2030-04-06T20:00:00.000Z')

    const cancel = await sender.does('cancel-booking')
    const book = await sender.does('book')

    expect([cancel, book].map(gist)).toEqual([
      [400, '111-ed-cancel-booking-initial'],
      [200, '111-ed-book-initial'],
    ])
    expect(await stored(sender)).toEqual({ changes: 1, alarm: '2030-04-06T23:00:00.000Z' })
  })
}
