import { type Target, TEST_SYSTEM } from '../bars/target.ts'
import { claims, findScenario, testTargetScenario } from '../scenarios/find.ts'
import type { Occasion, Scenario } from '../scenarios/scenario.ts'

/** The scenario that answers a request to this target which plants these values, if any does. */
export const scenarioFor = (
  target: Target,
  occasion: Occasion,
  values: readonly string[],
): Scenario | undefined => askedOf(target) ?? findScenario(occasion, values)

/** The scenario that a test target asks for, whatever else is in the request (ruling 18). */
export const askedOf = ({ system, value }: Target): Scenario | undefined =>
  system === TEST_SYSTEM ? testTargetScenario(value) : undefined

/** Whether a row claims the request by a value that it plants, rather than by default. */
export const isClaimed = (target: Target, occasion: Occasion, values: readonly string[]): boolean =>
  askedOf(target) !== undefined || values.some((value) => claims(occasion, value))

/** The same where the occasion has a row for every request. */
export const happyOr = (...request: Parameters<typeof scenarioFor>): Scenario => {
  const scenario = scenarioFor(...request)
  if (scenario === undefined) throw new Error(`no scenario answers ${request[1]}`)
  return scenario
}
