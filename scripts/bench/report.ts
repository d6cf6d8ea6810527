import type { Crowd } from './crowd.ts'
import type { Measured } from './rounds.ts'
import { median, percentile } from './statistics.ts'

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

/** The req/s of a subject by those of a reference, round by round. */
interface Ratio {
  readonly name: string
  readonly to: string
  /** The median, and the quartiles: half of the rounds lie between them. */
  readonly ratio: number
  readonly between: readonly [number, number]
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
    perSecond: median(perSecond),
    p50,
    p99,
  }))

/**
 * The subjects that are compared to others, as ratios of each round: its two figures were measured
 * within seconds, so that a machine whose speed drifts divides out.
 */
export const ratiosOf = (all: readonly Measured[]): readonly Ratio[] =>
  all.flatMap(({ subject: { name, comparedTo = [] }, perSecond }) =>
    comparedTo.map(({ to, atLeast }) => {
      const reference = ratesOf(to, all)
      const ratios = perSecond.map((rate, round) => rate / (reference[round] ?? Number.NaN))
      const ratio = median(ratios)
      return {
        name,
        to,
        ratio,
        between: [percentile(ratios, 0.25), percentile(ratios, 0.75)],
        ...(atLeast !== undefined && { target: { atLeast, met: ratio >= atLeast } }),
      }
    }),
  )

const ratesOf = (reference: string, all: readonly Measured[]): readonly number[] =>
  all.find(({ subject }) => subject.name === reference)?.perSecond ?? []

/** A quantity, and whether it is small enough. */
export const figure = (name: string, measured: number, unit: string, atMost?: number): Figure => ({
  name,
  measured,
  unit,
  ...(atMost && { target: { atMost, met: measured <= atMost } }),
})
