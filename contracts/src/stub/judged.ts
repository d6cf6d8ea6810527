import type { CheckReport } from '../check/report.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ContractScenario } from '../scenario.ts'
import { type Arrived, again } from './arrived.ts'
import { judgeOf } from './judge.ts'
import type { Newest } from './newest.ts'
import { preparing } from './preparing.ts'
import { refusalOf } from './refusal.ts'

/** Answers requests to the FHIR API as the sandbox does, and adds to the reports what is wrong. */
export const judged = (
  sandbox: Sandbox,
  scenario: ContractScenario | undefined,
  isStrict: boolean,
  reports: Newest<CheckReport>,
): ((request: Arrived) => Promise<Response>) => {
  const judge = judgeOf(scenario, isStrict)
  const prepare = preparing(sandbox, scenario?.given ?? [])

  return async (request) => {
    const wrong = judge.before(request)
    if (wrong !== undefined) {
      reports.add(wrong)
      return refusalOf(wrong.violations, request)
    }
    await prepare(request)
    const response = await sandbox.fetch(again(request))
    const missed = judge.after(request, response)
    if (missed === undefined) return response
    reports.add(missed)
    return isStrict ? refusalOf(missed.violations, request) : response
  }
}
