import { it } from 'vitest'
import { readOdsCode } from '../../../src/bars/organisation.ts'
import { journalsInMemory } from '../../../src/reports/memory.ts'
import { hashOf } from '../../../src/reports/repeats.ts'
import type { Owner } from '../../../src/reports/report-id.ts'
import { idOf, keptWith, REPORTED_AT } from '../../support/reports.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const [TODAY, TOMORROW] = [REPORTED_AT, REPORTED_AT + DAY_MS]
const OWNER: Owner = readOdsCode('A1001') ?? 'nobody-0'
const OTHER: Owner = readOdsCode('A1002') ?? 'nobody-0'

const keepNumbers = (journals = journalsInMemory(), from = 1, to = 3, owner = OWNER) => {
  const journal = journals('public', owner)
  for (let number = from; number <= to; number += 1) {
    journal.keep(async () => keptWith({ id: idOf(number, owner) }))
  }
  return journal
}

const idsIn = async (journal: ReturnType<typeof keepNumbers>, now = TODAY) =>
  (await journal.entries(now)).map(({ id }) => id)

it('reads what it was given to keep, at once, and lists the newest first', async ({ expect }) => {
  const journal = keepNumbers()

  expect(JSON.parse((await journal.read(idOf(2), TODAY)) ?? '')).toMatchObject({ id: idOf(2) })
  expect(await idsIn(journal)).toEqual([idOf(3), idOf(2), idOf(1)])
  expect((await journal.readAll([idOf(1), idOf(9)], TODAY)).length).toBe(1)
})

it('keeps the newest thousand of an organisation', async ({ expect }) => {
  const journal = keepNumbers(journalsInMemory(), 1, 1003)

  const ids = await idsIn(journal)

  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1000, idOf(1003), idOf(4)])
  expect(await journal.read(idOf(3), TODAY)).toBe(undefined)
})

it('keeps no more in all than it may, whoever sent it', async ({ expect }) => {
  const size = JSON.stringify(keptWith().report).length
  const journals = journalsInMemory(size * 3.5)

  const first = keepNumbers(journals, 1, 2)
  const second = keepNumbers(journals, 1, 2, OTHER)

  expect(await idsIn(first)).toEqual([idOf(2)])
  expect(await idsIn(second)).toEqual([idOf(2, 'A1002'), idOf(1, 'A1002')])
})

it('begins anew with the day in London, but for what is pinned', async ({ expect }) => {
  const journal = keepNumbers()

  const until = await journal.pin(idOf(1), TODAY)

  expect(until).toBe(TODAY + 7 * DAY_MS)
  expect(await idsIn(journal, TOMORROW)).toEqual([])
  expect(await journal.read(idOf(2), TOMORROW)).toBe(undefined)
  expect(await journal.read(idOf(1), TODAY + 7 * DAY_MS - 1)).toContain(idOf(1))
  expect(await journal.read(idOf(1), TODAY + 7 * DAY_MS)).toBe(undefined)
})

it('pins nothing that it does not have', async ({ expect }) => {
  expect(await keepNumbers().pin(idOf(9), TODAY)).toBe(undefined)
})

it('shows a report to nobody but its owner, in its space', async ({ expect }) => {
  const journals = journalsInMemory()
  keepNumbers(journals)

  const others = [journals('public', OTHER), journals('another', OWNER)]

  for (const journal of others) expect(await journal.read(idOf(1), TODAY)).toBe(undefined)
  for (const journal of others) expect(await journal.entries(TODAY)).toEqual([])
})

it('finds a message that comes again the same day, and says so in its report', async ({
  expect,
}) => {
  const request = hashOf('7f1d4a52-93a5-4a42-9a50-0e0a4c3d1f11') ?? 0
  const message = { request, bundle: null, isNew: true, isAccepted: true }
  const journal = journalsInMemory()('public', OWNER)
  const keep = (number: number, at: number) =>
    journal.keep(async () => keptWith({ id: idOf(number), at, message }))
  const rulesOf = async (number: number, now: number) => {
    const { findings, counts } = JSON.parse((await journal.read(idOf(number), now)) ?? '')
    return [findings.map(({ rule }: { rule: string }) => rule), counts.error]
  }

  for (const number of [1, 2]) keep(number, TODAY)
  const today = [await rulesOf(1, TODAY), await rulesOf(2, TODAY)]
  const isKnown = await journal.wasAccepted(request, TODAY)
  const isKnownTomorrow = await journal.wasAccepted(request, TOMORROW)
  keep(3, TOMORROW)

  expect(today).toEqual([
    [[], 0],
    [['http/x-request-id.again'], 1],
  ])
  expect([isKnown, isKnownTomorrow]).toEqual([true, false])
  expect(await rulesOf(3, TOMORROW)).toEqual([[], 0])
})

it('misses a report that cannot be written, and nothing else', async ({ expect }) => {
  const journal = keepNumbers()

  journal.keep(() => Promise.reject(new Error('no report')))

  expect(await idsIn(journal)).toEqual([idOf(3), idOf(2), idOf(1)])
})
