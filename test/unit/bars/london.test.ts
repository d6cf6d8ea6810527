import fc from 'fast-check'
import { it } from 'vitest'
import { londonDay, nextLondonMidnight } from '../../../src/bars/london.ts'

const nextMidnight = (now: string): string =>
  new Date(nextLondonMidnight(Date.parse(now))).toISOString()

// biome-ignore format: a table reads by column
const DAYS = [
  ['2030-01-14T23:59:59.999Z', '2030-01-14', 'the last instant of a winter day'],
  ['2030-01-15T00:00:00.000Z', '2030-01-15', 'the first instant of a winter day'],
  ['2030-07-01T22:59:59.999Z', '2030-07-01', 'the last instant of a summer day'],
  ['2030-07-01T23:00:00.000Z', '2030-07-02', 'the first instant of a summer day'],
  ['2030-03-31T00:59:59.999Z', '2030-03-31', 'the instant before clocks go forward'],
  ['2030-03-31T01:00:00.000Z', '2030-03-31', 'the instant at which clocks go forward'],
  ['2030-10-27T00:30:00.000Z', '2030-10-27', 'the first half past one of the night clocks go back'],
  ['2030-10-27T01:30:00.000Z', '2030-10-27', 'the second half past one of that night'],
  ['2030-12-31T23:59:59.999Z', '2030-12-31', 'the last instant of a year'],
  ['2031-01-01T00:00:00.000Z', '2031-01-01', 'the first instant of a year'],
  ['2028-02-29T12:00:00.000Z', '2028-02-29', 'a leap day'],
] as const

for (const [now, day, when] of DAYS) {
  it(`tells the London day at ${when}`, ({ expect }) => {
    expect(londonDay(Date.parse(now))).toBe(day)
  })
}

// biome-ignore format: a table reads by column
const MIDNIGHTS = [
  ['2030-01-14T12:00:00.000Z', '2030-01-15T00:00:00.000Z', 'on a winter day'],
  ['2030-07-01T12:00:00.000Z', '2030-07-01T23:00:00.000Z', 'on a summer day'],
  ['2030-01-14T23:59:59.999Z', '2030-01-15T00:00:00.000Z', 'a millisecond before it'],
  ['2030-01-15T00:00:00.000Z', '2030-01-16T00:00:00.000Z', 'at midnight itself: the one after'],
  ['2030-03-30T12:00:00.000Z', '2030-03-31T00:00:00.000Z', 'on the eve of the day of 23 hours'],
  ['2030-03-31T00:00:00.000Z', '2030-03-31T23:00:00.000Z', 'at the start of the day of 23 hours'],
  ['2030-03-31T12:00:00.000Z', '2030-03-31T23:00:00.000Z', 'once clocks have gone forward'],
  ['2030-10-26T12:00:00.000Z', '2030-10-26T23:00:00.000Z', 'on the eve of the day of 25 hours'],
  ['2030-10-26T23:00:00.000Z', '2030-10-28T00:00:00.000Z', 'at the start of the day of 25 hours'],
  ['2030-10-27T00:30:00.000Z', '2030-10-28T00:00:00.000Z', 'at the first half past one'],
  ['2030-10-27T01:30:00.000Z', '2030-10-28T00:00:00.000Z', 'at the second half past one'],
  ['2030-12-31T12:00:00.000Z', '2031-01-01T00:00:00.000Z', 'on the last day of a year'],
  ['2028-02-28T12:00:00.000Z', '2028-02-29T00:00:00.000Z', 'on the eve of a leap day'],
] as const

for (const [now, midnight, when] of MIDNIGHTS) {
  it(`finds the next midnight in London ${when}`, ({ expect }) => {
    expect(nextMidnight(now)).toBe(midnight)
  })
}

const MINUTE_MS = 60 * 1000

const CALENDAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The first whole minute after `ms` at which the calendar in London shows another date. */
const firstMinuteOfAnotherDate = (ms: number): number => {
  const date = CALENDAR.format(ms)
  let minute = Math.floor(ms / MINUTE_MS) * MINUTE_MS + MINUTE_MS
  while (CALENDAR.format(minute) === date) minute += MINUTE_MS
  return minute
}

// London has changed its clocks as it does now since 1972.
const anInstant = fc.integer({ min: Date.UTC(1972, 0), max: Date.UTC(2100, 0) })

const aClockChange = fc.constantFrom(
  ...['2030-03-31T01:00Z', '2030-10-27T01:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'],
)
const nearAClockChange = fc
  .tuple(aClockChange, fc.integer({ min: -30 * 60, max: 30 * 60 }))
  .map(([change, minutes]) => Date.parse(change) + minutes * MINUTE_MS)

it('agrees with the calendar on the day of any instant', ({ expect }) => {
  fc.assert(
    fc.property(fc.oneof(anInstant, nearAClockChange), (ms) => {
      expect(londonDay(ms)).toBe(CALENDAR.format(ms))
    }),
  )
})

it('finds the first instant of another date, whatever the instant', ({ expect }) => {
  fc.assert(
    fc.property(fc.oneof(anInstant, nearAClockChange), (ms) => {
      const midnight = nextLondonMidnight(ms)

      expect(midnight).toBe(firstMinuteOfAnotherDate(ms))
      expect(CALENDAR.format(midnight - 1)).toBe(CALENDAR.format(ms))
    }),
  )
})
