import { capabilityStatement } from '../receiver/capability-statement.ts'
import { type Answer, failed } from './answer.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest } from './fhir-request.ts'
import { notOffered, scenarioFor } from './scenario-for.ts'

/** GET /metadata of a target or, without one, of the API itself. */
export const metadata = ({ target, base }: CheckedRequest, { version }: Deps): Answer => {
  const scenario = scenarioFor(target, 'metadata', target === undefined ? [] : [target.value])
  if (scenario === undefined) return failed(notOffered)
  const { reply } = scenario
  return reply.kind === 'fail'
    ? failed(reply.failure, scenario)
    : { kind: 'resource', ...capabilityStatement({ name: reply.of, base, version }), scenario }
}
