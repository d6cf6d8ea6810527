import { EXAMPLE_DAY, SENT_AT } from '../../../src/examples/example.ts'

/** When a recording began and ended, in milliseconds since 1970. */
export interface Period {
  readonly begun: number
  readonly ended: number
}

/** Writes each time in a text so that another run writes the same. */
export type FreezeTimes = (text: string) => string

const TIMES = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g

const DAY_MS = 24 * 60 * 60 * 1000
const SECOND_MS = 1000
// Clients cut times down to the minute, and machines' clocks differ.
const NOW_MS = 60 * SECOND_MS

const dayOf = (time: string): number => Date.parse(time.slice(0, 10)) / DAY_MS
const withDay = (time: string, day: number): string =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) + time.slice(10)

const SENT_DAY = dayOf(EXAMPLE_DAY)

const timesIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.match(TIMES) ?? [])

const isNow = (time: string, { begun, ended }: Period): boolean =>
  Date.parse(time) >= begun - NOW_MS && Date.parse(time) <= ended + NOW_MS

const earliest = (times: readonly string[]): string | undefined =>
  [...times].sort((a, b) => Date.parse(a) - Date.parse(b))[0]

/**
 * For the times of a message. What was now becomes the time at which examples are sent; what was to
 * come moves by whole days, so that the first of it is on the day after. What is past stays.
 */
export const messageTimes = (texts: readonly string[], period: Period): FreezeTimes => {
  const isAhead = (time: string) => Date.parse(time) > period.ended + NOW_MS
  const first = earliest(timesIn(texts).filter(isAhead))
  const days = first === undefined ? 0 : SENT_DAY + 1 - dayOf(first)
  return (text) =>
    text.replace(TIMES, (time) => {
      if (isNow(time, period)) return SENT_AT
      return isAhead(time) ? withDay(time, dayOf(time) + days) : time
    })
}

/**
 * For the range of a search: it moves as a whole, so that it begins on the day of the examples. Were
 * it left where it is, it would soon lie in the past, and find nothing.
 */
export const searchTimes = (texts: readonly string[], period: Period): FreezeTimes => {
  const first = earliest(timesIn(texts))
  if (first === undefined) return (text) => text
  const days = SENT_DAY - dayOf(first)
  return (text) =>
    text.replace(TIMES, (time) =>
      isNow(first, period) && isDaysAfter(time, first)
        ? withDay(SENT_AT, dayOf(SENT_AT) + daysBetween(first, time))
        : withDay(time, dayOf(time) + days),
    )
}

const daysBetween = (first: string, time: string): number =>
  Math.round((Date.parse(time) - Date.parse(first)) / DAY_MS)

// A client may ask the clock for each bound.
const isDaysAfter = (time: string, first: string): boolean =>
  Math.abs(Date.parse(time) - Date.parse(first) - daysBetween(first, time) * DAY_MS) <= SECOND_MS
