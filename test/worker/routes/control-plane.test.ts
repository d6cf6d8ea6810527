import { it } from 'vitest'
import { controlPlaneAnswer, told } from '../../support/expected/control-plane.ts'
import { stateObject } from '../../support/expected/state-table.ts'
import { NOON, setClock, stopClock } from '../clock.ts'
import { Sender } from '../sender.ts'

stopClock()

const RESETS_AT = '2030-01-15T00:00:00.000Z'
const LATER = '2030-01-14T13:30:00.000Z'

it('tells that an organisation never seen is in the initial state', async ({ expect }) => {
  const sender = new Sender({ odsCode: 'RX1' })

  const response = await sender.control('GET')

  expect(await controlPlaneAnswer(response)).toEqual(
    told(
      stateObject({
        odsCode: 'RX1',
        space: sender.space,
        state: 'initial',
        history: [],
        resetsAt: RESETS_AT,
      }),
    ),
  )
})

it('tells the history oldest first, with what was refused left out', async ({ expect }) => {
  const sender = new Sender()
  await sender.does('book')
  await sender.does('book')
  setClock(LATER)
  await sender.does('refer-linked')
  await sender.control('PUT', '/state', '{"state":"initial"}')

  const { odsCode, space } = sender
  expect(await sender.record()).toEqual(
    stateObject({
      odsCode,
      space,
      state: 'initial',
      // biome-ignore format: a table reads by column
      history: [
        { at: NOON,  event: 'book',         from: 'initial',            to: 'appointment-booked', status: 200, scenario: '111-ed-book-initial' },
        { at: LATER, event: 'refer-linked', from: 'appointment-booked', to: 'referral-created',   status: 200, scenario: '111-ed-refer-linked-appointment-booked' },
        { at: LATER, event: 'set',          from: 'referral-created',   to: 'initial',            status: 200, scenario: null },
      ],
      resetsAt: RESETS_AT,
    }),
  )
})

it('tells the next reset in summer time', async ({ expect }) => {
  setClock('2030-07-01T12:00:00.000Z')

  expect(await new Sender().record()).toMatchObject({ resetsAt: '2030-07-01T23:00:00.000Z' })
})

it('resets an organisation now', async ({ expect }) => {
  const sender = new Sender()
  await sender.reach('referral-created')

  const response = await sender.control('DELETE')

  const { odsCode, space } = sender
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(await sender.record()).toEqual(
    stateObject({ odsCode, space, state: 'initial', history: [], resetsAt: RESETS_AT }),
  )
})

it('resets that ODS code alone in the public space', async ({ expect }) => {
  const code = () => crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()
  const sender = new Sender({ space: 'public', odsCode: code() })
  const other = new Sender({ space: 'public', odsCode: code() })
  const elsewhere = new Sender({ odsCode: sender.odsCode })
  for (const each of [sender, other, elsewhere]) await each.reach('appointment-booked')

  await sender.control('DELETE')

  expect(await sender.record()).toMatchObject({ state: 'initial', history: [] })
  expect(await other.record()).toMatchObject({ state: 'appointment-booked' })
  expect(await elsewhere.record()).toMatchObject({ state: 'appointment-booked' })
})
