import type { ReportedFinding } from '../../validation/judgement.ts'
import type { Severity } from '../../validation/rule.ts'
import type { Report } from '../report.ts'
import { inOneLine } from './text.ts'

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
}

/** A report as SARIF 2.1.0 (OASIS): for those who show findings beside a message. */
export function sarif(report: Report): string {
  const { id, at, findings, standard, scenario, request, answer } = report
  const run = {
    tool: { driver: { name: 'BaRS Sandbox', rules: rulesOf(findings) } },
    automationDetails: { id },
    invocations: [{ executionSuccessful: true, startTimeUtc: at }],
    columnKind: 'utf16CodeUnits',
    results: findings.map(resultOf),
    properties: { standard, scenario, request, answer },
  }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`
}

function rulesOf(findings: readonly ReportedFinding[]): readonly object[] {
  const byId = new Map(findings.map((each) => [each.rule, each]))
  return [...byId.values()].map(({ rule, source, tag }) => ({
    id: rule,
    shortDescription: { text: source },
    ...(tag !== undefined && { properties: { tags: [tag] } }),
  }))
}

function resultOf(finding: ReportedFinding): object {
  const { rule, severity, location, line, column, mend } = finding
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: `${inOneLine(finding)}${mend === undefined ? '' : ` (${mend})`}` },
    locations: [
      {
        ...(line !== undefined && {
          physicalLocation: {
            artifactLocation: { uri: 'message.json' },
            region: { startLine: line, startColumn: column },
          },
        }),
        logicalLocations: [{ fullyQualifiedName: location }],
      },
    ],
    partialFingerprints: { 'ruleAndLocation/v1': `${rule} ${location}` },
  }
}
