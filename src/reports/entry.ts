import type { Counts } from '../validation/judgement.ts'
import type { MessageHashes } from './repeats.ts'
import type { Report } from './report.ts'

/** A report to be kept, and what else is kept of its request to find it by. */
export interface Kept {
  readonly report: Report
  /** What the request was: a workflow, or the path of an endpoint. */
  readonly kind: string
  /** A hash of its X-Correlation-Id. */
  readonly correlation: number | null
  /** Of a message. */
  readonly message?: MessageToKeep
}

/** What tells whether a message came before, and whether it counts as having come. */
export interface MessageToKeep extends MessageHashes {
  readonly isNew: boolean
  readonly isAccepted: boolean
}

/** A line of a day's list: what reports are found by. */
export interface Entry {
  readonly id: string
  /** Milliseconds. */
  readonly at: number
  readonly kind: string
  readonly scenario: string | null
  readonly status: number
  readonly counts: Counts
  /** The ids of the rules that the request goes against, each once. */
  readonly rules: readonly string[]
  readonly correlation: number | null
}

/** The line of a report. */
export function entryOf({ report, kind, correlation }: Kept): Entry {
  const { id, at, scenario, request, counts, findings } = report
  return {
    id,
    at: Date.parse(at),
    kind,
    scenario,
    status: request.status,
    counts,
    rules: [...new Set(findings.map(({ rule }) => rule))],
    correlation,
  }
}
