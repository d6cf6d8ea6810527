// London's days by the law, not by a time zone database: clocks go forward at 01:00 UTC on the last
// Sunday of March and back at 01:00 UTC on the last Sunday of October.

export const MINUTE = 60 * 1000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const MARCH = 2
const OCTOBER = 9

const lastSunday = (year: number, month: number): number => {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return lastDay.getTime() - lastDay.getUTCDay() * DAY
}

const changesIn = (year: number): readonly [forward: number, back: number] => [
  lastSunday(year, MARCH) + HOUR,
  lastSunday(year, OCTOBER) + HOUR,
]

const isSummer = (ms: number): boolean => {
  const [forward, back] = changesIn(new Date(ms).getUTCFullYear())
  return ms >= forward && ms < back
}

/** The day in London at `ms`, `YYYY-MM-DD`. */
export const dayAt = (ms: number): string =>
  new Date(isSummer(ms) ? ms + HOUR : ms).toISOString().slice(0, 10)

/** The midnight in London that ends a day. */
export const endOf = (day: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`) + DAY
  return isSummer(midnight - HOUR) ? midnight - HOUR : midnight
}

/** The first change of clocks after `ms`. */
export const clockChangeAfter = (ms: number): number => {
  const year = new Date(ms).getUTCFullYear()
  const [next = ms] = [...changesIn(year), ...changesIn(year + 1)].filter((each) => each > ms)
  return next
}
