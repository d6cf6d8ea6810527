import type { Measured } from './rounds.ts'
import { REFERENCES, type Reference } from './subjects.ts'

/** A quantity that has a target. */
interface Figure {
  readonly name: string
  readonly measured: number
  readonly unit: string
  readonly target?: { readonly atMost: number; readonly met: boolean }
}

/** One line of the report. */
interface Line {
  readonly name: string
  readonly status: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Its req/s by that of each reference. */
  readonly ratios: Readonly<Record<string, number>>
  readonly target?: { readonly of: Reference; readonly atLeast: number; readonly met: boolean }
}

/** All that a run of the bench found. */
export interface Report {
  /** How it was measured, in words. */
  readonly conditions: string
  readonly lines: readonly Line[]
  readonly figures: readonly Figure[]
}

/** The subjects as ratios to the references. */
export const linesOf = (all: readonly Measured[]): readonly Line[] => {
  const rateOf = (reference: Reference): number =>
    all.find(({ subject }) => subject.name === reference)?.perSecond ?? Number.NaN
  return all.map(({ subject, perSecond, p50, p99 }) => {
    const { name, expectedStatus: status, comparedTo: of, target: atLeast } = subject
    const ratioTo = (reference: Reference): number => perSecond / rateOf(reference)
    return {
      name,
      status,
      perSecond,
      p50,
      p99,
      ratios: Object.fromEntries(REFERENCES.map((each) => [each, ratioTo(each)])),
      ...(of && atLeast && { target: { of, atLeast, met: ratioTo(of) >= atLeast } }),
    }
  })
}

/** A quantity, and whether it is small enough. */
export const figure = (name: string, measured: number, unit: string, atMost?: number): Figure => ({
  name,
  measured,
  unit,
  ...(atMost && { target: { atMost, met: measured <= atMost } }),
})
