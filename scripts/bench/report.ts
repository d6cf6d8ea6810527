import type { Crowd, Measured } from './load.ts'
import { median, percentile } from './rounds.ts'

/** What is wanted of a quantity. */
export type Target = { readonly atLeast: number } | { readonly atMost: number }

/** A target, and whether it was met. */
type Judged = Target & { readonly met: boolean }

/** What was measured of a subject. */
interface Line {
  readonly name: string
  readonly status: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** What was measured of a subject, in the parts of a reference, round by round. */
export interface Ratio {
  readonly name: string
  readonly to: string
  readonly unit: string
  /** The medians of both, in that unit. */
  readonly measured: number
  readonly reference: number
  /** The median of the rounds' ratios, and their quartiles: half of the rounds lie between them. */
  readonly ratio: number
  readonly between: readonly [number, number]
  readonly target?: Judged
}

/** A quantity that has a target. */
interface Figure {
  readonly name: string
  readonly measured: number
  readonly unit: string
  readonly target: Judged
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

/** The subjects that are compared to others: their req/s, and beside them the CPU of a request. */
export const loadRatios = (all: readonly Measured[]): readonly Ratio[] =>
  all.flatMap(({ subject: { name, comparedTo }, perSecond, cpu }) => {
    const reference = all.find(({ subject }) => subject.name === comparedTo?.to)
    if (comparedTo === undefined || reference === undefined) return []
    const { to, ...target } = comparedTo
    return [
      ratioOf({ name, to, unit: 'req/s' }, perSecond, reference.perSecond, target),
      ratioOf({ name, to, unit: 'ms of CPU' }, cpu, reference.cpu),
    ]
  })

/**
 * A ratio of each round: its two figures were measured within seconds, so that a machine whose speed
 * drifts divides out.
 */
export const ratioOf = (
  what: Pick<Ratio, 'name' | 'to' | 'unit'>,
  measured: readonly number[],
  reference: readonly number[],
  target?: Target,
): Ratio => {
  const ratios = measured.map((each, round) => each / (reference[round] ?? Number.NaN))
  const ratio = median(ratios)
  return {
    ...what,
    measured: median(measured),
    reference: median(reference),
    ratio,
    between: [percentile(ratios, 0.25), percentile(ratios, 0.75)],
    ...(target && { target: judged(target, ratio) }),
  }
}

/** A quantity, and whether it is small enough. */
export const figureOf = (name: string, measured: number, unit: string, atMost: number): Figure => ({
  name,
  measured,
  unit,
  target: judged({ atMost }, measured),
})

const judged = (target: Target, measured: number): Judged => ({
  ...target,
  met: 'atLeast' in target ? measured >= target.atLeast : measured <= target.atMost,
})
