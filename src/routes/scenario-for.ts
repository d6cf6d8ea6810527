import { type Target, TEST_SYSTEM } from '../bars/target.ts'
import { findScenario, testTargetScenario } from '../scenarios/find.ts'
import type { Occasion, Scenario } from '../scenarios/scenario.ts'

/** The scenario that answers a request to this target which plants these values, if any does. */
export const scenarioFor = (
  target: Target,
  occasion: Occasion,
  values: readonly string[],
): Scenario | undefined => {
  const asked = target.system === TEST_SYSTEM ? testTargetScenario(target.value) : undefined
  return asked ?? findScenario(occasion, values)
}

/** The same where the occasion has a row for every request. */
export const happyOr = (...request: Parameters<typeof scenarioFor>): Scenario => {
  const scenario = scenarioFor(...request)
  if (scenario === undefined) throw new Error(`no scenario answers ${request[1]}`)
  return scenario
}
