import { type Failure, fail } from '../bars/failure.ts'
import type { Occasion } from '../bars/occasions.ts'
import { type Target, TEST_SYSTEM } from '../bars/target.ts'
import { findScenario, isSentinel, testTargetScenario } from '../scenarios/index.ts'
import type { Scenario, ScenarioOn } from '../scenarios/scenario.ts'

/** The scenario that answers a request to this target which plants these values, if any does. */
export const scenarioFor = <O extends Occasion>(
  target: Target | undefined,
  occasion: O,
  values: readonly string[],
): ScenarioOn<O> | undefined => testTargetOf(target) ?? findScenario(occasion, values)

/** The scenario that a test target asks for, whatever else is in the request (ruling 18). */
export const testTargetOf = (target: Target | undefined): Scenario<never> | undefined =>
  target?.system === TEST_SYSTEM ? testTargetScenario(target.value) : undefined

/** Whether the request names its scenario: by a test target, or by a sentinel's value. */
export const plantsSentinel = (
  target: Target | undefined,
  occasion: Occasion,
  values: readonly string[],
): boolean =>
  testTargetOf(target) !== undefined || values.some((value) => isSentinel(occasion, value))

/** The failure of what no row answers. */
export const notOffered: Failure = fail(
  'REC_NOT_IMPLEMENTED',
  'not-supported',
  'The Receiver does not offer this.',
)
