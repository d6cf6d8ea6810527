import { type ReportedFinding, SEVERITIES } from '../../validation/judgement.ts'
import { type Report, untold } from '../report.ts'

/** A report for a terminal. */
export function textOf(report: Report): string {
  const { id, at, request, scenario, findings, answer } = report
  const { method, path, status } = request
  const more = untold(report)
  const lines = [
    `${method} ${path} » ${status}${scenario === null ? '' : `, ${scenario}`}`,
    answer,
    countsInWords(report),
    ...findings.flatMap(findingLines),
    ...(more === 0 ? [] : ['', `… and ${more} more`]),
    '',
    `${id}, ${at}`,
    '',
  ]
  return lines.map(visible).join('\n')
}

/** How many findings there are, in words. */
export function countsInWords({ counts }: Pick<Report, 'counts'>): string {
  const parts = SEVERITIES.filter((each) => counts[each] > 0).map((each) => {
    const count = counts[each]
    return `${count} ${each}${count === 1 || each === 'information' ? '' : 's'}`
  })
  return parts.length === 0 ? 'nothing to mend' : parts.join(', ')
}

function findingLines(finding: ReportedFinding): readonly string[] {
  const { severity, rule, received, expected, mend, source } = finding
  return [
    '',
    `${severity} ${rule}`,
    `  at       ${placeOf(finding)}`,
    `  received ${received}`,
    `  expected ${expected}`,
    ...(mend === undefined ? [] : [`  mend     ${mend}`]),
    `  source   ${source}`,
  ]
}

/** Where a finding is, with its line and column where they are known. */
export const placeOf = ({ location, line, column }: ReportedFinding): string =>
  line === undefined ? location : `${location} (line ${line}, column ${column})`

/** A finding in one line. */
export const inOneLine = ({ location, received, expected }: ReportedFinding): string =>
  `${location}: received ${received}; expected ${expected}`

// What a terminal would obey or hide: keys of a message may be told.
const visible = (line: string): string =>
  line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
