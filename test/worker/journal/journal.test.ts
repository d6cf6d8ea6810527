import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { it } from 'vitest'
// The rules, which the first report loads: here that takes longer than a reader waits.
import '../../../src/reports/write.ts'
import { idOf, keptWith, REPORTED_AT } from '../../support/reports.ts'
import { setClock, stopClock } from '../clock.ts'
import { Sender } from '../sender.ts'

stopClock()

const MIDNIGHT = '2030-01-15T00:00:00.000Z'
const DAY_MS = 24 * 60 * 60 * 1000

const journal = () => env.JOURNAL.getByName(`${crypto.randomUUID()}/A1001`)
type Journal = ReturnType<typeof journal>

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, number) => keptWith({ id: idOf(from + number) }))

const idsIn = async (stub: Journal, now = REPORTED_AT) =>
  (await stub.entries(now)).map(({ id }) => id)

/** What storage holds, how many rows were written for it since the object woke, and when it wakes. */
const stored = (stub: Journal) =>
  runInDurableObject(stub, async (_object, { storage }) => {
    const { sql } = storage
    const tables = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name IN ('reports', 'pins')")
      .toArray()
    const alarm = await storage.getAlarm()
    return {
      tables: tables.map(({ name }) => name),
      rows: sql.exec<{ rows: number }>('SELECT total_changes() AS rows').one().rows,
      bytes: sql.databaseSize,
      alarm: alarm === null ? null : new Date(alarm).toISOString(),
    }
  })

it('has the report of an answer the moment after', async ({ expect }) => {
  const sender = new Sender()

  for (let count = 0; count < 10; count += 1) {
    const { headers } = await sender.asks('slot-free')
    const report = await exports.default.fetch(headers.get('Sandbox-Report') ?? '')
    expect([report.status, await report.json()]).toMatchObject([200, { scenario: 'slot-free' }])
  }
})

it('lets a reader wait that comes before the report', async ({ expect }) => {
  const stub = journal()

  const reading = Promise.all([stub.read(idOf(1), REPORTED_AT), stub.read(idOf(1), REPORTED_AT)])
  await stub.add(numbers(1, 1))

  expect((await reading).map((json) => JSON.parse(json ?? '').id)).toEqual([idOf(1), idOf(1)])
})

it('keeps the newest thousand, writes one row a report, and grows no more', async ({ expect }) => {
  const stub = journal()
  await stub.add(numbers(1, 1))
  await stub.add(numbers(2, 1000))
  const full = await stored(stub)

  for (let batch = 0; batch < 20; batch += 1) {
    await stub.add(numbers(1001 + batch * 100, 1100 + batch * 100))
  }

  const after = await stored(stub)
  const ids = await idsIn(stub)
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1000, idOf(3000), idOf(2001)])
  expect(after.rows - full.rows).toBe(2000)
  expect(after.bytes).toBe(full.bytes)
})

it('goes on where it was when it wakes: the ring, the day and what was accepted', async ({
  expect,
}) => {
  const stub = journal()
  const message = { request: 7, bundle: null, isNew: true, isAccepted: true }
  await stub.add([keptWith({ id: idOf(1), message }), ...numbers(2, 3)])

  await runInDurableObject(stub, (_object, { abort }) => abort('sleeps')).catch(() => undefined)
  const woken = env.JOURNAL.get(stub.id)
  await woken.add(numbers(4, 4))

  expect(await idsIn(woken)).toEqual([4, 3, 2, 1].map((number) => idOf(number)))
  expect(await woken.wasAccepted(7, REPORTED_AT)).toBe(true)
  expect(await woken.wasAccepted(7, REPORTED_AT + DAY_MS)).toBe(false)
})

it('is cleared at midnight, and forgotten', async ({ expect }) => {
  const stub = journal()
  await stub.add(numbers(1, 3))
  const before = await stored(stub)
  setClock(MIDNIGHT)

  await runDurableObjectAlarm(stub)

  expect(before).toMatchObject({ tables: ['reports'], alarm: MIDNIGHT })
  expect(await stored(stub)).toMatchObject({ tables: [], alarm: null })
})

it('shows nothing of a lost alarm: the new day begins anew', async ({ expect }) => {
  const stub = journal()
  await stub.add(numbers(1, 3))
  await runInDurableObject(stub, (_object, { storage }) => storage.deleteAlarm())

  const tomorrow = REPORTED_AT + DAY_MS
  const ids = await idsIn(stub, tomorrow)
  await stub.add([keptWith({ id: idOf(4), at: tomorrow })])

  expect(ids).toEqual([])
  expect(await idsIn(stub, tomorrow)).toEqual([idOf(4)])
  expect(await stored(stub)).toMatchObject({ alarm: '2030-01-16T00:00:00.000Z' })
})

it('keeps a pin for seven days and then nothing', async ({ expect }) => {
  const stub = journal()
  await stub.add(numbers(1, 2))
  const until = (await stub.pin(idOf(1), REPORTED_AT)) ?? 0
  setClock(MIDNIGHT)
  await runDurableObjectAlarm(stub)
  const midnight = await stored(stub)

  const pinned = await stub.read(idOf(1), until - 1)
  setClock(new Date(until).toISOString())
  await runDurableObjectAlarm(stub)

  expect(until).toBe(REPORTED_AT + 7 * DAY_MS)
  expect(midnight.alarm).toBe(new Date(until).toISOString())
  expect(JSON.parse(pinned ?? '').id).toBe(idOf(1))
  expect(await stored(stub)).toMatchObject({ tables: [], alarm: null })
})

it('keeps a report that comes late with the day that has begun', async ({ expect }) => {
  const stub = journal()
  const tomorrow = REPORTED_AT + DAY_MS
  await stub.add([keptWith({ id: idOf(1), at: tomorrow }), ...numbers(2, 2)])

  expect(await idsIn(stub, tomorrow)).toEqual([idOf(2), idOf(1)])
})
