import type { Crowd } from './crowd.ts'
import type { Measured } from './rounds.ts'

/** A quantity that has a target. */
interface Figure {
  readonly name: string
  readonly measured: number
  readonly unit: string
  readonly target?: { readonly atMost: number; readonly met: boolean }
}

/** What was measured of a subject. */
interface Line {
  readonly name: string
  readonly status: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** The req/s of a subject by those of a reference. */
interface Ratio {
  readonly name: string
  readonly to: string
  readonly ratio: number
  readonly target?: { readonly atLeast: number; readonly met: boolean }
}

/** All that a run of the bench found. */
export interface Report {
  /** How it was measured, in words. */
  readonly conditions: string
  readonly lines: readonly Line[]
  readonly ratios: readonly Ratio[]
  readonly crowds: readonly Crowd[]
  readonly figures: readonly Figure[]
}

/** What was measured of each subject. */
export const linesOf = (all: readonly Measured[]): readonly Line[] =>
  all.map(({ subject: { name, expectedStatus: status }, perSecond, p50, p99 }) => ({
    name,
    status,
    perSecond,
    p50,
    p99,
  }))

/** The subjects that are compared to others, as ratios. */
export const ratiosOf = (all: readonly Measured[]): readonly Ratio[] =>
  all.flatMap(({ subject: { name, comparedTo = [] }, perSecond }) =>
    comparedTo.map(({ to, atLeast }) => {
      const ratio = perSecond / rateOf(to, all)
      return {
        name,
        to,
        ratio,
        ...(atLeast !== undefined && { target: { atLeast, met: ratio >= atLeast } }),
      }
    }),
  )

const rateOf = (reference: string, all: readonly Measured[]): number =>
  all.find(({ subject }) => subject.name === reference)?.perSecond ?? Number.NaN

/** A quantity, and whether it is small enough. */
export const figure = (name: string, measured: number, unit: string, atMost?: number): Figure => ({
  name,
  measured,
  unit,
  ...(atMost && { target: { atMost, met: measured <= atMost } }),
})
