// London's days by the law, not by a time zone database: clocks go forward at 01:00 UTC on the last
// Sunday of March and back at 01:00 UTC on the last Sunday of October.

const MINUTE = 60 * 1000
export const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

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
const clockChangeAfter = (ms: number): number => {
  const year = new Date(ms).getUTCFullYear()
  const [next = ms] = [...changesIn(year), ...changesIn(year + 1)].filter((each) => each > ms)
  return next
}

/** A way for the clock to move: to an instant told by another. */
export interface Move {
  readonly name: string
  readonly weight: number
  readonly from: (now: number) => number
}

const SECOND = 1000

const midnightAfter = (now: number): number => endOf(dayAt(now))

/** How the clock moves. Backwards only by a little: clocks of several machines differ so much. */
export const MOVES: readonly Move[] = [
  { name: 'a second on', weight: 6, from: (now) => now + SECOND },
  { name: 'minutes on', weight: 6, from: (now) => now + 17 * MINUTE + 1 },
  { name: 'to the last moment of the day', weight: 2, from: (now) => midnightAfter(now) - 1 },
  { name: 'to midnight', weight: 2, from: midnightAfter },
  { name: 'just over midnight', weight: 3, from: (now) => midnightAfter(now) + SECOND },
  { name: 'seconds back', weight: 6, from: (now) => now - 2 * SECOND },
  { name: 'minutes back', weight: 6, from: (now) => now - 3 * MINUTE },
  { name: 'a week on', weight: 1, from: (now) => now + 7 * DAY },
  {
    name: 'to the evening before clocks change',
    weight: 1,
    from: (now) => midnightAfter(clockChangeAfter(now) - DAY) - 2 * MINUTE,
  },
  {
    name: 'to the night on which clocks change',
    weight: 1,
    from: (now) => clockChangeAfter(now) - SECOND,
  },
]

/** When comparisons start: around midnights, clock changes and the turn of a year. */
export const STARTS: readonly number[] = [
  '2030-01-14T12:00:00Z',
  '2030-03-30T23:59:59.990Z',
  '2030-03-31T00:59:59.990Z',
  '2030-06-30T22:59:00Z',
  '2030-10-26T22:58:00Z',
  '2030-10-27T00:59:59Z',
  '2031-12-31T23:59:59Z',
].map((text) => Date.parse(text))
