import { capabilityStatement } from '../receiver/capability-statement.ts'
import { findScenario } from '../scenarios/index.ts'
import { type Answer, failed, notOffered } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'

/** GET /metadata of a target or, without one, of the API itself. */
export const metadata = ({ target, base }: CheckedRequest, { version }: Deps): Answer => {
  const scenario = findScenario('metadata', target === undefined ? [] : [target.value])
  if (scenario === undefined) return notOffered
  const { reply } = scenario
  return reply.kind === 'fail'
    ? failed(reply.failure, scenario)
    : { kind: 'resource', ...capabilityStatement({ name: reply.of, base, version }), scenario }
}
