import { clockChangeAfter, DAY, dayAt, endOf, MINUTE } from './calendar.ts'

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
