/** A calendar day in London, `YYYY-MM-DD`: days compare as text does. */
export type LondonDay = string

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What clocks in London show at `ms`, as if it were UTC. Milliseconds. */
const wallClock = (ms: number): number => {
  const parts = new Map(FORMAT.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The day in London at `ms`. */
export const londonDay = (ms: number): LondonDay =>
  new Date(wallClock(ms)).toISOString().slice(0, 10)

/** The first midnight in London after `ms`: 23, 24 or 25 hours after the one before. */
export const nextLondonMidnight = (ms: number): number => {
  const midnight = Math.floor(wallClock(ms) / DAY_MS) * DAY_MS + DAY_MS
  // London is never more than an hour ahead of UTC, and never changes its clocks at midnight.
  const summer = midnight - DAY_MS / 24
  return wallClock(summer) === midnight ? summer : midnight
}
