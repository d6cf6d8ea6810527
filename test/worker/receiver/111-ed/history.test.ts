import { runInDurableObject } from 'cloudflare:test'
import { it } from 'vitest'
import { readOdsCode } from '../../../../src/bars/organisation.ts'
import { type Act, DEFAULT_APPOINTMENT_ID } from '../../../../src/receiver/111-ed/act.ts'
import {
  type Organisation,
  organisationsInMemory,
} from '../../../../src/receiver/111-ed/organisations.ts'
import { Sender } from '../../sender.ts'
import { stored } from './storage.ts'

const KEPT = 1000
const NOON = Date.parse('2030-01-14T12:00:00.000Z')

/** An organisation that has many changes in little time. */
interface Changing {
  readonly change: (from: number, until: number) => Promise<void>
  readonly record: Organisation<never>['record']
}

const BOOK: Act = { does: 'book', appointmentId: DEFAULT_APPOINTMENT_ID }
const CANCEL: Act = { does: 'cancel-booking' }

/** Books and cancels, a millisecond apart. To set the state would read all the history each time. */
const change = async (
  apply: (act: Act, now: number) => unknown,
  from: number,
  until: number,
): Promise<void> => {
  for (let time = from; time < until; time += 1) {
    await apply(time % 2 === 0 ? BOOK : CANCEL, NOON + time)
  }
}

const inObject = (sender: Sender): Changing => ({
  change: (from, until) =>
    runInDurableObject(sender.object(), (object) =>
      change((act, now) => object.apply(act, now), from, until),
    ),
  record: (now) => runInDurableObject(sender.object(), (object) => object.record(now)),
})

const inMemory = (): Changing => {
  const odsCode = readOdsCode('A1001')
  if (odsCode === undefined) throw new Error('A1001 is an ODS code')
  const organisation = organisationsInMemory()('public', odsCode)
  return {
    change: (from, until) => change(organisation.apply, from, until),
    record: organisation.record,
  }
}

const STORES = {
  'a Durable Object': () => inObject(new Sender()),
  memory: inMemory,
}

for (const [store, make] of Object.entries(STORES)) {
  it(`tells the newest thousand changes of a day, kept in ${store}`, async ({ expect }) => {
    const organisation = make()
    await organisation.change(0, KEPT)
    const thousand = (await organisation.record(NOON)).history
    await organisation.change(KEPT, KEPT + 150)

    const { history } = await organisation.record(NOON)

    expect([thousand.length, thousand[0]?.at]).toEqual([KEPT, NOON])
    expect([history.length, history[0]?.at, history.at(-1)?.at]).toEqual([
      KEPT,
      NOON + 150,
      NOON + KEPT + 149,
    ])
  })
}

it('drops older changes from storage a hundred at a time', async ({ expect }) => {
  const sender = new Sender()
  const organisation = inObject(sender)

  const counts = []
  for (const [from, until] of [
    [0, 1099],
    [1099, 1100],
    [1100, 1199],
    [1199, 1200],
  ] as const) {
    await organisation.change(from, until)
    counts.push((await stored(sender)).changes)
  }

  expect(counts).toEqual([1099, KEPT, 1099, KEPT])
})
