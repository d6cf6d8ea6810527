import { OCCASIONS, type Occasion } from '../bars/occasions.ts'
import type { Reason } from '../bars/workflow.ts'
import { bookingScenarios } from './booking-suite.ts'
import { capabilityScenarios } from './capability-suite.ts'
import { messageDefinitionScenarios } from './message-definition-suite.ts'
import { referralScenarios } from './referral-suite.ts'
import { responseScenarios } from './response-suite.ts'
import type { Scenario, ScenarioOn } from './scenario.ts'
import { searchScenarios } from './search-suite.ts'
import { TEST_TARGET, testTargetScenarios } from './test-target-suite.ts'
import { validationScenarios } from './validation-suite.ts'

/** THE TABLE: every scenario the sandbox answers, in the order they are published. */
export const SCENARIOS: readonly Scenario[] = [
  ...capabilityScenarios,
  ...messageDefinitionScenarios,
  ...bookingScenarios,
  ...referralScenarios,
  ...validationScenarios,
  ...responseScenarios,
  ...searchScenarios,
  ...testTargetScenarios,
]

interface OccasionIndex<Row extends Scenario> {
  readonly byValue: ReadonlyMap<string, Row>
  readonly none: Row | undefined
  readonly others: Row | undefined
}

const indexOf = <Row extends Scenario>(rows: readonly Row[]): OccasionIndex<Row> => ({
  byValue: new Map(rows.flatMap((row) => row.sentinel.values.map((value) => [value, row]))),
  none: rows.find((row) => row.sentinel.none),
  others: rows.find((row) => row.sentinel.others),
})

const PUBLISHED = SCENARIOS.filter(({ suite }) => suite !== 'Test target')

// Built once, at start-up; a request looks its values up and never walks the table.
const INDEX: ReadonlyMap<Occasion, OccasionIndex<Scenario>> = new Map(
  [...new Set(SCENARIOS.flatMap((row) => row.on))].map((occasion) => [
    occasion,
    indexOf(PUBLISHED.filter((row) => row.on.includes(occasion))),
  ]),
)

const RANK: ReadonlyMap<Scenario, number> = new Map(SCENARIOS.map((row, rank) => [row, rank]))

const BY_TEST_TARGET = indexOf(testTargetScenarios).byValue

/** The scenario whose sentinel a value is. Of several values claimed, the row that comes first wins. */
const claimedBy = (
  occasion: Occasion,
  values: readonly string[],
  reason: Reason | undefined,
): Scenario | undefined => {
  const byValue = INDEX.get(occasion)?.byValue
  return values
    .map((value) => byValue?.get(value))
    .filter((row) => row !== undefined)
    .filter((row) => row.reason === undefined || row.reason === (reason ?? row.reason))
    .sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0))[0]
}

/** The scenario that answers: the one claimed, else the occasion's happy row (ruling 24). Of messages the reason counts. */
export const findScenario = <O extends Occasion>(
  occasion: O,
  values: readonly string[],
  reason?: Reason,
): ScenarioOn<O> | undefined => {
  const index = INDEX.get(occasion)
  const unclaimed = values.length === 0 ? (index?.none ?? index?.others) : index?.others
  const found = claimedBy(occasion, values, reason) ?? unclaimed
  return found !== undefined && isFor(found, occasion) ? found : undefined
}

const isFor = <O extends Occasion>(row: Scenario, occasion: O): row is ScenarioOn<O> =>
  row.reply.kind === 'fail' || row.reply.kind === OCCASIONS[occasion].reply

/** Whether a value is a sentinel of that occasion. */
export const isSentinel = (occasion: Occasion, value: string): boolean =>
  INDEX.get(occasion)?.byValue.has(value) === true

/** The scenario of a test target of the official Sandbox (ruling 18). */
export const testTargetScenario = (value: string): Scenario<never> | undefined =>
  BY_TEST_TARGET.get(value)

/** Whether the official Sandbox's system of test targets has this value. */
export const isTestTarget = (value: string): boolean =>
  value === TEST_TARGET || BY_TEST_TARGET.has(value)
