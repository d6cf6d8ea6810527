import * as z from 'zod/mini'
import { LIMITS } from '../bars/limits.ts'
import { isObject } from '../fhir/json.ts'
import { type Judgement, type ReportedFinding, SEVERITIES } from '../validation/judgement.ts'

/** The releases of the standard that rules are of. */
const STANDARD = { guide: '1.12.0', core: '1.5.0' } as const

/** What is kept of a request and its answer: nothing of what it says but ruling 35 allows it. */
export interface Report extends Judgement {
  readonly id: string
  /** When the request came. */
  readonly at: string
  /** The id of the scenario that answered, if one did. */
  readonly scenario: string | null
  readonly request: {
    readonly method: string
    /** Relative to the FHIR base, without the query. */
    readonly path: string
    readonly status: number
  }
  /** Whose the answer is, in words. */
  readonly answer: string
  readonly standard: typeof STANDARD
}

/** What a report is of. */
export interface Reported extends Pick<Report, 'id' | 'scenario' | 'request'> {
  /** Milliseconds. */
  readonly at: number
}

/** Writes a report. */
export const reportOf = (
  { id, at, scenario, request }: Reported,
  { counts, findings }: Judgement,
): Report => ({
  id,
  at: new Date(at).toISOString(),
  scenario,
  request,
  answer: answerInWords(scenario, request.status),
  standard: STANDARD,
  counts,
  findings,
})

function answerInWords(scenario: string | null, status: number): string {
  if (scenario === null) {
    return status < 400 ? 'accepted' : 'the sandbox refuses the request: no scenario asked for that'
  }
  return status < 400
    ? `scenario ${scenario} accepts the request`
    : `this answer is the scenario's: ${scenario} refuses a request whatever it says`
}

/** A judgement, or a report, with more findings. */
export function withFindings<Judged extends Judgement>(
  judged: Judged,
  added: readonly ReportedFinding[],
): Judged {
  if (added.length === 0) return judged
  const { counts } = judged
  const all = [...judged.findings, ...added]
  const count = (severity: keyof typeof counts) =>
    counts[severity] + added.filter((each) => each.severity === severity).length
  return {
    ...judged,
    counts: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
    },
    findings: SEVERITIES.flatMap((severity) =>
      all.filter((each) => each.severity === severity),
    ).slice(0, LIMITS.findings),
  }
}

/** How many findings a report does not tell of. */
export const untold = ({ counts, findings }: Judgement): number =>
  counts.error + counts.warning + counts.information - findings.length

// What we wrote ourselves has the form in which it was written.
const Stored = z.custom<Report>(isObject)

/** Reads a report that was kept. */
export const readReport = (json: string): Report => Stored.parse(JSON.parse(json))
