import type { Kept } from '../../src/reports/entry.ts'
import { type Report, reportOf } from '../../src/reports/report.ts'
import type { ReportedFinding } from '../../src/validation/judgement.ts'

/** When reported requests come, unless a test says otherwise. */
export const REPORTED_AT = Date.parse('2030-01-14T12:00:00Z')

/** A finding of a rule. */
export const finding = (rule: string, changes: Partial<ReportedFinding> = {}): ReportedFinding => ({
  rule,
  severity: 'error',
  location: 'header use-context',
  received: 'absent',
  expected: "'a1t1|booked|booking-request|new'",
  source: 'BaRS Core, "HTTP headers"',
  ...changes,
})

/** What a test says of a report; the rest does not matter to it. */
interface Changes {
  readonly id?: string
  readonly at?: number
  readonly scenario?: string | null
  readonly status?: number
  readonly findings?: readonly ReportedFinding[]
}

/** A report on a booking. */
export const reportWith = ({
  id = `A1001.${'0'.repeat(32)}`,
  at = REPORTED_AT,
  scenario = 'booking-accepted',
  status = 200,
  findings = [],
}: Changes = {}): Report => {
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length
  return reportOf(
    { id, at, scenario, request: { method: 'POST', path: '/$process-message', status } },
    {
      findings,
      counts: {
        error: count('error'),
        warning: count('warning'),
        information: count('information'),
      },
    },
  )
}

/** What is kept of a booking. */
export const keptWith = (changes: Changes & Partial<Omit<Kept, 'report'>> = {}): Kept => {
  const { kind = 'booking-new', correlation = null, message, ...report } = changes
  return {
    report: reportWith(report),
    kind,
    correlation,
    ...(message !== undefined && { message }),
  }
}

/** An id of a report of that organisation, by number. */
export const idOf = (number: number, odsCode = 'A1001'): string =>
  `${odsCode}.${number.toString(16).padStart(32, '0')}`
