import type { CheckReport } from '../check/report.ts'
import { boundedLog } from './bounded-log.ts'

/** Reports of the requests that a sandbox was sent, in the order they came; of very many the last. */
export interface Reports {
  /** Of each request that had violations. */
  readonly violations: () => readonly CheckReport[]
  /** Of each that had warnings, with violations or without. */
  readonly warnings: () => readonly CheckReport[]
}

/** Reports of a space. */
export interface ReportsOfSpace extends Reports {
  readonly forget: () => void
}

/** How many requests had what, those included that are forgotten. */
export interface Counts {
  readonly violations: number
  readonly warnings: number
  /** How many findings were left out. */
  readonly ignored: number
}

interface ReportLog {
  readonly add: (space: string, report: CheckReport) => void
  readonly of: (space: string) => ReportsOfSpace
  readonly ofAll: Reports
  readonly counts: () => Counts
}

interface Reported {
  readonly space: string
  readonly report: CheckReport
}

/** Keeps the reports that have something to say, and counts. */
export const reportLog = (): ReportLog => {
  const log = boundedLog<Reported>()
  let counts: Counts = { violations: 0, warnings: 0, ignored: 0 }
  const reportsOf = (isAsked: (reported: Reported) => boolean): Reports => {
    const kept = () =>
      log
        .items()
        .filter(isAsked)
        .map(({ report }) => report)
    return {
      violations: () => kept().filter(({ ok }) => !ok),
      warnings: () => kept().filter(({ warnings }) => warnings.length > 0),
    }
  }
  return {
    add: (space, report) => {
      counts = withReport(counts, report)
      if (!report.ok || report.warnings.length > 0) log.add({ space, report })
    },
    of: (space) => ({
      ...reportsOf((each) => each.space === space),
      forget: () => log.keep((each) => each.space !== space),
    }),
    ofAll: reportsOf(() => true),
    counts: () => counts,
  }
}

const withReport = (counts: Counts, { ok, warnings, ignored = 0 }: CheckReport): Counts => ({
  violations: counts.violations + (ok ? 0 : 1),
  warnings: counts.warnings + (warnings.length > 0 ? 1 : 0),
  ignored: counts.ignored + ignored,
})
