import { capabilityJson } from '../receiver/capability-statement.ts'
import { findScenario } from '../scenarios/find.ts'
import type { ScenarioOn } from '../scenarios/scenario.ts'
import { type Answer, refusal } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest, FhirRequest } from './fhir-request.ts'
import { notOffered, scenarioFor } from './scenario-for.ts'

/** GET /metadata of a target. */
export const metadata = (request: CheckedRequest, deps: Deps): Answer =>
  capability(request, deps, scenarioFor(request.target, 'metadata', [request.target.value]))

/** GET /metadata without a target: the API's own, before any header is asked for. */
export const metadataOfTheApi = (request: FhirRequest, deps: Deps): Answer =>
  capability(request, deps, findScenario('metadata', []))

const capability = (
  { base }: FhirRequest,
  { version }: Deps,
  scenario: ScenarioOn<'metadata'> | undefined,
): Answer => {
  if (scenario === undefined) return notOffered
  const { reply } = scenario
  return reply.kind === 'fail'
    ? refusal(scenario, reply)
    : { scenario, body: capabilityJson({ name: reply.of, base, version }) }
}
