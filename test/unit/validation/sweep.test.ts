import { expect, it } from 'vitest'
import { OPEN, type OpenElement } from '../../../src/validation/tables/open.ts'
import { sweep } from '../../support/sweep.ts'

const { swept } = sweep()

/** How many percent of what is closed may be silent. */
const MOST_SILENT = 2

const membersOf = (rows: readonly OpenElement[]): readonly string[] =>
  rows.flatMap(({ element, members }) => {
    const coding = /\.(?:valueCoding|identifier)$/.test(element) ? element : `${element}.coding`
    return members.map((member) => `${coding}.${member}`)
  })

/** Members that are open, as the sweep names them; those that an Application closes are told there. */
const OPEN_MEMBERS = membersOf(OPEN.filter(({ closedIn }) => closedIn === undefined))

/** What takes out may be optional; what else is changed goes against a list, a fixed value, a target or R4. */
const closed = swept.filter(
  ({ kind, element }) => kind !== 'removed' && !OPEN_MEMBERS.includes(element),
)
const silent = closed
  .filter(({ isTold }) => !isTold)
  .map(({ kind, element }) => `${kind}: ${element}`)

it('tells of every change to what a list, a fixed value, a target or R4 closes', () => {
  expect(silent).toEqual([])
  expect(closed.length).toBeGreaterThan(1400)
  expect((100 * silent.length) / closed.length).toBeLessThanOrEqual(MOST_SILENT)
})

it('is silent of each element that is listed as open', () => {
  const told = swept
    .filter(({ kind, element }) => VALUES.includes(kind) && OPEN_MEMBERS.includes(element))
    .filter(({ isTold }) => isTold)

  expect(told).toEqual([])
})

const VALUES: readonly string[] = ['code', 'system', 'system of an identifier', 'display']

it('lists as open nothing that no message has', () => {
  const elements = new Set(swept.map(({ element }) => element))

  expect(OPEN_MEMBERS.filter((each) => !elements.has(each))).toEqual([])
})
