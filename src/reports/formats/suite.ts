import type { ReportedFinding } from '../../validation/judgement.ts'
import type { Report } from '../report.ts'
import { junit, type TestCase, type TestSuite } from './junit.ts'
import { countsInWords, inOneLine, placeOf } from './text.ts'

/** A report as JUnit: a suite, in which each rule that the request goes against is a case. */
export const reportJunit = (report: Report): string => junit([suiteOf(report)])

/** The suite of a report. */
export function suiteOf(report: Report): TestSuite {
  const { id, at, request, scenario, findings, answer } = report
  const { method, path, status } = request
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  const as = scenario === null ? '' : ` (${scenario})`
  return {
    name: `${id} ${method} ${path} ${status}${as}`,
    at: at.replace(/\.\d+Z$/, ''),
    cases: [
      { name: 'answered', output: `${answer}; ${countsInWords(report)}` },
      ...[...byRule].map(([rule, its]) => caseOf(rule, its)),
    ],
  }
}

function caseOf(name: string, findings: readonly ReportedFinding[]): TestCase {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const others = findings.filter(({ severity }) => severity !== 'error')
  const [first] = errors
  return {
    name,
    ...(first !== undefined && {
      failure: { type: name, message: inOneLine(first), text: inFull(errors) },
    }),
    ...(others.length > 0 && { output: inFull(others) }),
  }
}

const inFull = (findings: readonly ReportedFinding[]): string =>
  findings
    .map((finding) => {
      const { received, expected, mend, source } = finding
      return [
        placeOf(finding),
        `  received ${received}`,
        `  expected ${expected}`,
        ...(mend === undefined ? [] : [`  mend ${mend}`]),
        `  source ${source}`,
      ].join('\n')
    })
    .join('\n')
