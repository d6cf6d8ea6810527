import fc from 'fast-check'
import { it } from 'vitest'
import { SERVICE_IDS } from '../../../src/bars/services.ts'
import type { TimeRange } from '../../../src/bars/slot-search.ts'
import { slotsOf } from '../../../src/receiver/diary.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

const instants = fc.integer({
  min: Date.parse('2025-01-01T00:00:00Z'),
  max: Date.parse('2040-01-01T00:00:00Z'),
})
// On the minute and the hour too, where bounds meet Slots.
const moments = fc
  .tuple(instants, fc.constantFrom(1, 60_000, HOUR_MS))
  .map(([at, unit]) => at - (at % unit))

const services = fc.constantFrom(...SERVICE_IDS)

/** A time, and a window of that length at most a day before it or two after. */
const windows = (lengthMs: fc.Arbitrary<number>) =>
  fc
    .tuple(moments, fc.integer({ min: -DAY_MS, max: 2 * DAY_MS }), lengthMs)
    .map(([now, aheadMs, length]) => ({
      now,
      range: { from: now + aheadMs, to: now + aheadMs + length },
    }))

const anyWindow = windows(fc.integer({ min: 0, max: 3 * DAY_MS }))

it('has a free Slot in every hour to come, the bounds themselves left out', ({ expect }) => {
  const hours = fc.tuple(services, moments, fc.integer({ min: 0, max: 2 * DAY_MS }))

  fc.assert(
    fc.property(hours, ([service, now, aheadMs]) => {
      const range = { from: now + aheadMs + 1, to: now + aheadMs + HOUR_MS - 1 }

      const free = slotsOf(service, range, now).filter(({ status }) => status === 'free')

      expect(free.length).toBeGreaterThan(0)
    }),
  )
})

it('has a busy Slot in every four hours to come', ({ expect }) => {
  fc.assert(
    fc.property(services, moments, (service, now) => {
      const found = slotsOf(service, { from: now, to: now + 4 * HOUR_MS }, now)

      expect(found.some(({ status }) => status === 'busy')).toBe(true)
    }),
  )
})

const isWithin = ({ from, to }: TimeRange, start: number): boolean => start >= from && start <= to

it('has Slots in the future and in the range alone, in order, none over another', ({ expect }) => {
  fc.assert(
    fc.property(services, anyWindow, (service, { now, range }) => {
      const found = slotsOf(service, range, now)

      expect(found.filter(({ start }) => start <= now || !isWithin(range, start))).toEqual([])
      expect(found.filter(({ start, end }) => end - start !== HOUR_MS / 4)).toEqual([])
      expect(
        found.filter(({ end }, place) => end > (found[place + 1]?.start ?? Number.MAX_VALUE)),
      ).toEqual([])
    }),
  )
})

it('has the same Slots, ids and statuses too, in every search and at every time', ({ expect }) => {
  fc.assert(
    fc.property(services, anyWindow, (service, { now, range }) => {
      const { from, to } = range
      const middle = Math.floor((from + to) / 2)

      const halves = [
        ...slotsOf(service, { from, to: middle }, now),
        ...slotsOf(service, { from: middle + 1, to }, now),
      ]

      expect(halves).toEqual(slotsOf(service, range, now))
      expect(halves).toEqual(slotsOf(service, range, 0).filter(({ start }) => start > now))
    }),
  )
})

it('gives an id to one Slot of one service alone', ({ expect }) => {
  const range = { from: 0, to: 3 * DAY_MS }

  const ids = SERVICE_IDS.flatMap((service) => slotsOf(service, range, -1).map(({ id }) => id))

  expect(ids.length).toBe(SERVICE_IDS.length * 3 * 42)
  expect(new Set(ids).size).toBe(ids.length)
})

it('finds 1,302 Slots in 31 days, as the decision tells', ({ expect }) => {
  const from = Date.parse('2030-01-15T00:00:00Z')

  expect(slotsOf('2000072489', { from, to: from + 31 * DAY_MS - 1 }, 0).length).toBe(1302)
})
