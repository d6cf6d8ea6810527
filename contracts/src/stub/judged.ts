import type { CheckReport } from '../check/report.ts'
import type { PlainSandbox } from '../plain-sandbox.ts'
import type { ContractScenario } from '../scenario.ts'
import { type Arrived, again } from './arrived.ts'
import { judgeOf } from './judge.ts'
import type { Newest } from './newest.ts'
import { preparing } from './preparing.ts'
import { refusalOf } from './refusal.ts'

/** Answers as the sandbox does and adds to the reports what is wrong; if strict, answers 400 to that. */
export const judged = (
  sandbox: PlainSandbox,
  scenario: ContractScenario | undefined,
  isStrict: boolean,
  reports: Newest<CheckReport>,
): ((request: Arrived) => Promise<Response>) => {
  const judge = judgeOf(scenario)
  const prepare = preparing(sandbox, scenario?.given ?? [])
  const refuse = (report: CheckReport, request: Arrived): Response => {
    reports.add(report)
    return refusalOf(report.violations, request)
  }

  return async (request) => {
    const wrong = judge.before(request)
    if (wrong !== undefined && isStrict) return refuse(wrong, request)
    await prepare(request)
    const response = await sandbox.fetch(again(request))
    const report = wrong ?? judge.after(request, response)
    if (report === undefined) return response
    if (isStrict) return refuse(report, request)
    reports.add(report)
    return response
  }
}
