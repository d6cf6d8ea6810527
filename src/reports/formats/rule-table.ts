import type { ReportedFinding } from '../../validation/judgement.ts'
import type { BrokenRule } from '../summary.ts'

const COLUMNS = ['rule', 'severity', 'requests', 'mended', 'source', 'last report']

/** The rules that a day's requests went against, as CSV (RFC 4180); `examples` has a finding of each. */
export const ruleTable = (
  rules: readonly BrokenRule[],
  examples: ReadonlyMap<string, ReportedFinding>,
): string =>
  [
    COLUMNS,
    ...rules.map(({ rule, requests, last, isMended }) => {
      const { severity = '', source = '' } = examples.get(rule) ?? {}
      return [rule, severity, String(requests), isMended ? 'yes' : 'no', source, last]
    }),
  ]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('')
