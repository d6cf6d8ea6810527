import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { it } from 'vitest'
import { setClock, stopClock } from '../../clock.ts'
import { gist, Sender } from '../../sender.ts'
import { stored } from './storage.ts'

stopClock()

const EVENING = '2030-10-26T20:00:00.000Z'
const LAST_SECOND = '2030-10-26T22:59:59.000Z'
const MIDNIGHT = '2030-10-26T23:00:00.000Z'
const NEXT_MIDNIGHT = '2030-10-28T00:00:00.000Z'

const referredInTheEvening = async (): Promise<Sender> => {
  const sender = new Sender()
  setClock(EVENING)
  await sender.reach('referral-created')
  return sender
}

const RESTARTS = {
  'an eviction': (sender: Sender) => evictDurableObject(sender.object()),
  'a crash': () => abortAllDurableObjects(),
}

for (const [how, restart] of Object.entries(RESTARTS)) {
  it(`stands as it stood after ${how} on the same day`, async ({ expect }) => {
    const sender = await referredInTheEvening()
    const before = await sender.record()

    await restart(sender)

    expect(await sender.record()).toEqual(before)
    expect(await stored(sender)).toEqual({ changes: 2, alarm: MIDNIGHT })
    expect(gist(await sender.does('cancel-referral'))).toEqual([
      200,
      '111-ed-cancel-referral-referral-created',
    ])
  })

  it(`begins anew after ${how} over midnight, before any alarm`, async ({ expect }) => {
    const sender = await referredInTheEvening()
    await restart(sender)
    setClock(MIDNIGHT)

    expect(await sender.record()).toMatchObject({ state: 'initial', history: [] })
    expect(gist(await sender.does('book'))).toEqual([200, '111-ed-book-initial'])
    expect(await stored(sender)).toEqual({ changes: 1, alarm: NEXT_MIDNIGHT })
  })

  it(`is cleared by the alarm after ${how}`, async ({ expect }) => {
    const sender = await referredInTheEvening()
    await restart(sender)
    setClock(MIDNIGHT)

    await runDurableObjectAlarm(sender.object())

    expect(await stored(sender)).toEqual({ changes: 0, alarm: NEXT_MIDNIGHT })
  })

  it(`takes a request of the evening for one of the day that has begun, after ${how}`, async ({
    expect,
  }) => {
    const sender = await referredInTheEvening()
    setClock(MIDNIGHT)
    await runDurableObjectAlarm(sender.object())
    await restart(sender)
    setClock(LAST_SECOND)

    await sender.does('book')

    setClock(MIDNIGHT)
    await runDurableObjectAlarm(sender.object())
    expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
    expect(await stored(sender)).toEqual({ changes: 1, alarm: NEXT_MIDNIGHT })
  })
}

it('takes a request that arrived before midnight for one of the day that has begun', async ({
  expect,
}) => {
  const sender = await referredInTheEvening()
  setClock(MIDNIGHT)
  await sender.does('book')
  setClock(LAST_SECOND)

  const refer = await sender.does('refer-linked')

  expect(gist(refer)).toEqual([200, '111-ed-refer-linked-appointment-booked'])
})

it('holds the day after a reset by hand, too', async ({ expect }) => {
  const sender = await referredInTheEvening()
  setClock(MIDNIGHT)
  await sender.control('DELETE')
  await evictDurableObject(sender.object())
  setClock(LAST_SECOND)
  await sender.does('book')

  setClock(MIDNIGHT)

  expect(await sender.record()).toMatchObject({ state: 'appointment-booked' })
})
