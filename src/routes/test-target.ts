import { Failure } from '../bars/failure.ts'
import { TEST_SYSTEM } from '../bars/target.ts'
import { testTargetScenario } from '../scenarios/index.ts'
import { type Answer, failed } from './answer.ts'
import type { FhirRequest } from './fhir-request.ts'

/** What a test target answers, whatever is asked of it and however wrong (ruling 18). */
export const testTargetAnswer = ({ sentTarget }: FhirRequest): Answer | undefined => {
  if (sentTarget === undefined || sentTarget instanceof Failure) return undefined
  if (sentTarget.system !== TEST_SYSTEM) return undefined
  const scenario = testTargetScenario(sentTarget.value)
  return scenario?.reply.kind === 'fail' ? failed(scenario.reply.failure, scenario) : undefined
}
