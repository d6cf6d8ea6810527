import { it } from 'vitest'
import { type Entry, entryOf } from '../../../src/reports/entry.ts'
import { hashOf } from '../../../src/reports/repeats.ts'
import { type Filter, isCursor, select } from '../../../src/reports/selection.ts'
import { finding, idOf, keptWith, REPORTED_AT } from '../../support/reports.ts'

const CORRELATION = '7f1d4a52-93a5-4a42-9a50-0e0a4c3d1f12'

// Newest first, as a day's list is.
const DAY: readonly Entry[] = [
  keptWith({ id: idOf(3), at: REPORTED_AT + 2, findings: [finding('http/accept')] }),
  keptWith({ id: idOf(2), at: REPORTED_AT + 1, correlation: hashOf(CORRELATION) }),
  keptWith({
    id: idOf(1),
    scenario: 'booking-conflict-409',
    status: 409,
    findings: [finding('time/zone', { severity: 'warning' })],
  }),
].map(entryOf)

const FOUND: readonly (readonly [Filter, readonly number[]])[] = [
  [{}, [3, 2, 1]],
  [{ scenario: 'booking-accepted' }, [3, 2]],
  [{ severity: 'error' }, [3]],
  [{ severity: 'warning' }, [1]],
  [{ rule: 'http/accept' }, [3]],
  [{ rule: 'http/acc' }, []],
  [{ correlation: CORRELATION }, [2]],
  [{ correlation: CORRELATION.toUpperCase() }, [2]],
  [{ correlation: 'no UUID' }, []],
  [{ since: REPORTED_AT + 1 }, [3, 2]],
  [{ scenario: 'booking-accepted', severity: 'warning' }, []],
]

for (const [filter, numbers] of FOUND) {
  it(`selects by ${JSON.stringify(filter)}`, ({ expect }) => {
    const { entries, next } = select(DAY, filter)

    expect(entries.map(({ id }) => id)).toEqual(numbers.map((number) => idOf(number)))
    expect(next).toBe(undefined)
  })
}

const many = (count: number, from = 0): readonly Entry[] =>
  Array.from({ length: count }, (_, number) =>
    entryOf(keptWith({ id: idOf(from + number), at: REPORTED_AT + from + number })),
  ).reverse()

it('goes from page to page through all, though more come meanwhile', ({ expect }) => {
  const first = select(many(250), {})
  const second = select([...many(5, 250), ...many(250)], { cursor: first.next })
  const third = select(many(250), { cursor: second.next })

  const pages = [first, second, third].map(({ entries }) => entries.map(({ id }) => id))
  expect(pages.map(({ length }) => length)).toEqual([100, 100, 50])
  expect(pages.flat()).toEqual(many(250).map(({ id }) => id))
  expect(third.next).toBe(undefined)
})

it('goes on from where a page ended that has left the list', ({ expect }) => {
  const { next = '' } = select(many(150), {})

  const { entries } = select(many(50), { cursor: next })

  expect(isCursor(next)).toBe(true)
  expect(entries.map(({ id }) => id)).toEqual(many(50).map(({ id }) => id))
})
