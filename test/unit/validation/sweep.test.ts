import { expect, it } from 'vitest'
import { RULES } from '../../../src/validation/check.ts'
import { BEYOND_RULES } from '../../../src/validation/rules/beyond.ts'
import { SYSTEMS_KNOWN } from '../../../src/validation/rules/codes.ts'
import { OPEN, type OpenElement } from '../../../src/validation/tables/open.ts'
import { MUTANTS } from '../../support/mutants/all.ts'
import { INVARIANT_ROWS } from '../../support/mutants/invariants.ts'
import { REQUESTS } from '../../support/mutants/requests.ts'
import { sweep } from '../../support/sweep.ts'

const { swept, broken } = sweep()

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

it('breaks, or another mutant does, every rule', () => {
  const shown = new Set([
    ...broken,
    ...MUTANTS.flatMap(([, , , , ...each]) => each).map(withoutSeverity),
    ...REQUESTS.flatMap(([, , , ...each]) => each).map(withoutSeverity),
    ...INVARIANT_ROWS.map(([key]) => `r4/invariant.${key}`),
    ...SYSTEMS_KNOWN.flatMap(({ code, display }) => [code.id, display.id]),
    ...BEYOND_RULES.map(({ id }) => id),
  ])

  expect(RULES.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
})

const withoutSeverity = (rule: string): string => rule.replace(/ \(.*/, '')
