import { SCENARIOS } from './index.ts'
import type { Occasion, Scenario } from './scenario.ts'
import { TEST_TARGET } from './test-targets.ts'

const TEST_SUITE = 'Test target'

interface OccasionIndex {
  readonly byValue: ReadonlyMap<string, Scenario>
  readonly none: Scenario | undefined
  readonly others: Scenario | undefined
}

const indexOf = (rows: readonly Scenario[]): OccasionIndex => ({
  byValue: new Map(rows.flatMap((row) => row.sentinel.values.map((value) => [value, row]))),
  none: rows.find((row) => row.sentinel.none),
  others: rows.find((row) => row.sentinel.others),
})

// Built once, at start-up; a request looks its values up and never walks the table.
const INDEX: ReadonlyMap<Occasion, OccasionIndex> = new Map(
  [...new Set(SCENARIOS.flatMap((row) => row.on))].map((occasion) => [
    occasion,
    indexOf(SCENARIOS.filter((row) => row.suite !== TEST_SUITE && row.on.includes(occasion))),
  ]),
)

const RANK: ReadonlyMap<Scenario, number> = new Map(SCENARIOS.map((row, rank) => [row, rank]))

const BY_TEST_TARGET = indexOf(SCENARIOS.filter((row) => row.suite === TEST_SUITE)).byValue

/** The scenario whose sentinel a value is. Of several values claimed, the row that comes first wins. */
const claimedBy = (occasion: Occasion, values: readonly string[]): Scenario | undefined => {
  const byValue = INDEX.get(occasion)?.byValue
  return values
    .map((value) => byValue?.get(value))
    .filter((row) => row !== undefined)
    .sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0))[0]
}

/** The scenario that answers: the one claimed, else the occasion's happy row (ruling 24). */
export const findScenario = (
  occasion: Occasion,
  values: readonly string[],
): Scenario | undefined => {
  const index = INDEX.get(occasion)
  const unclaimed = values.length === 0 ? (index?.none ?? index?.others) : index?.others
  return claimedBy(occasion, values) ?? unclaimed
}

/** Whether a value is a sentinel of that occasion. */
export const claims = (occasion: Occasion, value: string): boolean =>
  INDEX.get(occasion)?.byValue.has(value) === true

/** The scenario of a test target of the official Sandbox (ruling 18). */
export const testTargetScenario = (value: string): Scenario | undefined => BY_TEST_TARGET.get(value)

/** Whether the official Sandbox's system of test targets has this value. */
export const isTestTarget = (value: string): boolean =>
  value === TEST_TARGET || BY_TEST_TARGET.has(value)
