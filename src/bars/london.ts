import { DAY_MS, HOUR_MS } from '../fhir/time.ts'
import { remember } from './remember.ts'

/** A calendar day in London, `YYYY-MM-DD`: days compare as text does. */
export type LondonDay = string

// Made when first asked: it costs a fifth of what the Worker's start does, and reads have no day.
let format: Intl.DateTimeFormat | undefined

const londonFormat = (): Intl.DateTimeFormat => {
  format ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  })
  return format
}

/** What clocks in London show at `ms`, as if it were UTC. Milliseconds. */
const wallClock = (ms: number): number => ms + offsetIn(Math.floor(ms / HOUR_MS))

// London's clocks change on the hour, and to ask Intl costs more than all else that a request does.
const offsetIn = remember((hour: number): number => {
  const ms = hour * HOUR_MS
  const parts = new Map(
    londonFormat()
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour')) - ms
})

/** The day in London at `ms`. */
export const londonDay = (ms: number): LondonDay =>
  new Date(wallClock(ms)).toISOString().slice(0, 10)

/** The first midnight in London after `ms`: 23, 24 or 25 hours after the one before. */
export const nextLondonMidnight = (ms: number): number => {
  const midnight = Math.floor(wallClock(ms) / DAY_MS) * DAY_MS + DAY_MS
  // London is never more than an hour ahead of UTC, and never changes its clocks at midnight.
  const summer = midnight - HOUR_MS
  return wallClock(summer) === midnight ? summer : midnight
}
