import { type Failure, fail } from '../bars/failure.ts'
import type { Occasion } from '../bars/occasions.ts'
import { type Target, TEST_SYSTEM } from '../bars/target.ts'
import { claims, findScenario, testTargetScenario } from '../scenarios/find.ts'
import type { Scenario, ScenarioOn } from '../scenarios/scenario.ts'

/** The scenario that answers a request to this target which plants these values, if any does. */
export const scenarioFor = <O extends Occasion>(
  target: Target | undefined,
  occasion: O,
  values: readonly string[],
): ScenarioOn<O> | undefined => askedOf(target) ?? findScenario(occasion, values)

/** The scenario that a test target asks for, whatever else is in the request (ruling 18). */
export const askedOf = (target: Target | undefined): Scenario<never> | undefined =>
  target?.system === TEST_SYSTEM ? testTargetScenario(target.value) : undefined

/** Whether a row claims the request by a value that it plants, rather than by default. */
export const isClaimed = (
  target: Target | undefined,
  occasion: Occasion,
  values: readonly string[],
): boolean => askedOf(target) !== undefined || values.some((value) => claims(occasion, value))

/** The failure of what no row answers. */
export const notOffered: Failure = fail(
  'REC_NOT_IMPLEMENTED',
  'not-supported',
  'The Receiver does not offer this.',
)
