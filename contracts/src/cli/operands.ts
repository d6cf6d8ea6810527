import { scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { UsageError } from './exit.ts'

/** The scenario that the user named. */
export const readScenarioId = (name = ''): ScenarioId => {
  try {
    return scenarioIdOf(name)
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  }
}
