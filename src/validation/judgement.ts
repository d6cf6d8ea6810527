import type { TextPlace } from '../fhir/json-places.ts'
import type { Finding, Severity } from './rule.ts'

/** A finding as every report and answer tells it. */
export interface ReportedFinding extends Omit<Finding, 'where' | 'expression'>, Partial<TextPlace> {
  /** The header, the parameter, or the element of the message (FHIRPath). */
  readonly location: string
}

/** The severities, the sternest first. */
export const SEVERITIES = ['error', 'warning', 'information'] as const

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>

/** What is found in a request. */
export interface Judgement {
  /** The sternest first, of each place one, and at most a hundred. */
  readonly findings: readonly ReportedFinding[]
  /** How many there are of each, those left out included. */
  readonly counts: Counts
}

/** A finding as it is told, with its place in the text of the body, where that is known. */
export function reported(
  { rule, severity, where, received, expected, source, tag, mend }: Finding,
  place?: TextPlace,
): ReportedFinding {
  return {
    rule,
    severity,
    location: where,
    ...place,
    received,
    expected,
    source,
    ...(tag !== undefined && { tag }),
    ...(mend !== undefined && { mend }),
  }
}
