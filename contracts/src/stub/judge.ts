import { HEADERS } from '../../../src/bars/headers.ts'
import { checkFurther } from '../check/check-request.ts'
import { CLAUSES } from '../check/clauses.ts'
import { type CheckReport, reportOf } from '../check/report.ts'
import type { ContractScenario } from '../scenario.ts'
import type { Arrived } from './arrived.ts'
import { askedPath } from './asked-path.ts'

/** How a stub judges the requests it gets. */
export interface Judge {
  /** What is wrong with a request, before it is answered. */
  readonly before: (request: Arrived) => CheckReport | undefined
  /** What is wrong with it, as the sandbox's answer shows. */
  readonly after: (request: Arrived, response: Response) => CheckReport | undefined
}

/** A judge by the rules of BaRS, and of whether the scenario is selected, if one is named. */
export const judgeOf = (scenario: ContractScenario | undefined): Judge => ({
  before: ({ method, url, headers, body }) => {
    const { pathname, search } = new URL(url)
    const { path, wrongBase } = askedPath(pathname)
    const sent = { method, path: path + search, headers, body }
    const report = checkFurther(scenario?.id, sent, { known: wrongBase ? [wrongBase] : [] })
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
    mend:
      sentinel.values.length > 0
        ? `plant ${sentinel.values.join(' or ')} in ${sentinel.in}`
        : `plant no other scenario's value in ${sentinel.in}`,
    source: CLAUSES.scenario,
  }
  return reportOf(`${method} /${resource}`, id, [violation], [])
}
