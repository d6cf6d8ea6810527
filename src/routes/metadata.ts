import { capabilityJson } from '../receiver/capability-statement.ts'
import { findScenario } from '../scenarios/find.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { type Answer, answerAs } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest, FhirRequest } from './fhir-request.ts'
import { happyOr } from './scenario-for.ts'

/** GET /metadata of a target. */
export const metadata = (request: CheckedRequest, deps: Deps): Answer =>
  capability(request, deps, happyOr(request.target, 'metadata', [request.target.value]))

/** GET /metadata without a target: the API's own, before any header is asked for. */
export const metadataOfTheApi = (request: FhirRequest, deps: Deps): Answer => {
  const scenario = findScenario('metadata', [])
  if (scenario === undefined) throw new Error('no scenario answers metadata without a target')
  return capability(request, deps, scenario)
}

const capability = ({ base }: FhirRequest, { version }: Deps, scenario: Scenario): Answer =>
  answerAs(scenario, 'capability', ({ of }) => capabilityJson({ name: of, base, version }))
