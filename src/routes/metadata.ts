import type { Context, Next } from 'hono'
import { HEADERS, isBlank } from '../bars/headers.ts'
import { capabilityJson } from '../receiver/capability-statement.ts'
import { findScenario } from '../scenarios/find.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { type Answer, answerAs, respond } from './answer.ts'
import { type Deps, type FhirContext, fhirBase } from './context.ts'
import { refusedByAccept } from './negotiate.ts'
import { happyOr } from './scenario-for.ts'

/** GET /metadata of a target. */
export const metadata = (c: FhirContext, deps: Deps): Answer => {
  const target = c.get('target')
  return capability(c, deps, happyOr(target, 'metadata', [target.value]))
}

/** GET /metadata without a target: the API's own, before any header is asked for. */
export const metadataOfTheApi =
  (deps: Deps) =>
  async (c: Context, next: Next): Promise<Response | undefined> => {
    if (!isBlank(c.req.header(HEADERS.target))) {
      await next()
      return undefined
    }
    const scenario = findScenario('metadata', [])
    if (scenario === undefined) throw new Error('no scenario answers metadata without a target')
    return respond(c, refusedByAccept(c) ?? capability(c, deps, scenario))
  }

const capability = (c: Context, { version }: Deps, scenario: Scenario): Answer =>
  answerAs(scenario, 'capability', ({ of }) => capabilityJson(of, { base: fhirBase(c), version }))
