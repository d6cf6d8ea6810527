/** How often a subject is measured. */
interface Terms {
  readonly rounds: number
  /** Rounds before those, which are not counted: until the compiler and the caches have seen enough. */
  readonly warmingUp: number
}

/**
 * Measures subjects in turn, round after round, each round beginning with another one, so that a
 * machine that slows down slows them all. Gives what was measured of each, round by round.
 */
export const inRounds = async <Subject, Result>(
  subjects: readonly Subject[],
  { rounds, warmingUp }: Terms,
  measure: (subject: Subject) => Promise<Result>,
): Promise<ReadonlyMap<Subject, readonly Result[]>> => {
  const measured = new Map<Subject, Result[]>(subjects.map((subject) => [subject, []]))
  for (let round = 0; round < warmingUp + rounds; round += 1) {
    const first = round % subjects.length
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const result = await measure(subject)
      if (round >= warmingUp) measured.get(subject)?.push(result)
    }
  }
  return measured
}

/** The value below which that share of the values lies; the nearest one that is there. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
