import { runInDurableObject } from 'cloudflare:test'
import { it } from 'vitest'
import { readOdsCode } from '../../../../src/bars/organisation.ts'
import {
  type Organisation,
  organisationsInMemory,
} from '../../../../src/receiver/111-ed/organisations.ts'
import { Sender } from '../../sender.ts'
import { stored } from './storage.ts'

const KEPT = 1000
const NOON = Date.parse('2030-01-14T12:00:00.000Z')

/** Goes from state to state and back, a millisecond apart. */
const change = async (
  organisation: Pick<Organisation<never>, 'put'>,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<void> => {
  for (let time = from; time < until; time += 1) {
    await organisation.put(time % 2 === 0 ? 'appointment-booked' : 'initial', NOON + time)
  }
}

const inObject = (sender: Sender): Pick<Organisation<never>, 'put' | 'record'> => ({
  put: (state, now) => runInDurableObject(sender.object(), (object) => object.put(state, now)),
  record: (now) => runInDurableObject(sender.object(), (object) => object.record(now)),
})

const inMemory = (): Pick<Organisation<never>, 'put' | 'record'> => {
  const odsCode = readOdsCode('A1001')
  if (odsCode === undefined) throw new Error('A1001 is an ODS code')
  return organisationsInMemory()('public', odsCode)
}

const STORES = {
  'a Durable Object': () => inObject(new Sender()),
  memory: inMemory,
}

for (const [store, make] of Object.entries(STORES)) {
  it(`tells the newest thousand changes of a day, kept in ${store}`, async ({ expect }) => {
    const organisation = make()
    await change(organisation, { from: 0, until: KEPT })
    const thousand = (await organisation.record(NOON)).history
    await change(organisation, { from: KEPT, until: KEPT + 150 })

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
    await change(organisation, { from, until })
    counts.push((await stored(sender)).changes)
  }

  expect(counts).toEqual([1099, KEPT, 1099, KEPT])
})
