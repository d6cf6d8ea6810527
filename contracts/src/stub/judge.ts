import { HEADERS } from '../../../src/bars/headers.ts'
import { checkRequest } from '../check/check-request.ts'
import { CLAUSES } from '../check/clauses.ts'
import { type CheckReport, reportOf } from '../check/report.ts'
import type { ContractScenario } from '../scenario.ts'
import type { Arrived } from './arrived.ts'

/** How a stub judges the requests it gets. */
export interface Judge {
  /** What is wrong with a request, before it is answered. */
  readonly before: (request: Arrived) => CheckReport | undefined
  /** What is wrong with it, as the sandbox's answer shows. */
  readonly after: (request: Arrived, response: Response) => CheckReport | undefined
}

/** A judge that looks at every request if strict, and whether it selects the scenario if one is named. */
export const judgeOf = (scenario: ContractScenario | undefined, isStrict: boolean): Judge => ({
  before: ({ method, url, headers, body }) => {
    if (!isStrict) return undefined
    const sent = { method, path: url, headers: Object.fromEntries(headers), body }
    const report = checkRequest(scenario?.id, sent)
    return report.ok ? undefined : report
  },
  after: (request, response) =>
    scenario === undefined || response.headers.get(HEADERS.scenario) === scenario.id
      ? undefined
      : notSelected(scenario, request, response),
})

const notSelected = (
  { id, sentinel }: ContractScenario,
  { method, url }: Arrived,
  { status, headers }: Response,
): CheckReport => {
  const [, resource = ''] = /\/FHIR\/R4\/([A-Za-z$-]{1,40})(?=[/?]|$)/.exec(url) ?? []
  const selected = headers.get(HEADERS.scenario)
  const violation = {
    where: 'scenario',
    expected: id,
    received: selected ?? `none: the sandbox refuses the request with ${status}`,
    hint:
      sentinel.values.length > 0
        ? `plant ${sentinel.values.join(' or ')} in ${sentinel.in}`
        : `plant no other scenario's value in ${sentinel.in}`,
    source: CLAUSES.scenario,
  }
  return reportOf(`${method} /${resource}`, id, [violation], [])
}
