import { it } from 'vitest'
import { dayAt, endOf, HOUR } from '../../../support/model/clock.ts'

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
})

/** Half an hour into every hour of seven years, so that no clock change is met at its instant. */
const HOURS = Array.from(
  { length: 7 * 365 * 24 },
  (_, hour) => Date.parse('2030-01-01T00:30:00Z') + hour * HOUR,
)

it("knows London's days as the time zone database does", ({ expect }) => {
  const wrong = HOURS.filter((ms) => dayAt(ms) !== LONDON.format(ms))

  expect(wrong).toEqual([])
})

it('ends each day at the first instant of the next', ({ expect }) => {
  const ends = [...new Set(HOURS.map(dayAt))].map(endOf)

  const wrong = ends.filter((end) => LONDON.format(end - 1) === LONDON.format(end))

  expect(wrong).toEqual([])
})
