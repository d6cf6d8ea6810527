import type { Round } from './load.ts'
import { percentile } from './statistics.ts'
import type { Subject } from './subjects.ts'

/** A subject over all rounds. */
export interface Measured {
  readonly subject: Subject
  /** Requests a second in each round. */
  readonly perSecond: readonly number[]
  /** Milliseconds, over all requests. */
  readonly p50: number
  readonly p99: number
}

// Until the compiler has seen enough of each.
const WARMING_UP = 4

/**
 * Loads the subjects in turn, round after round, each round beginning with another one, so that a
 * machine that slows down slows them all. The first rounds warm up and are not counted.
 */
export const measure = async (
  subjects: readonly Subject[],
  rounds: number,
  load: (subject: Subject) => Promise<Round>,
): Promise<readonly Measured[]> => {
  const seen = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]))
  for (let round = 0; round < WARMING_UP + rounds; round += 1) {
    const counted = round - WARMING_UP
    if (counted === 0) console.error(`${rounds} rounds …`)
    const first = round % subjects.length
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const result = await load(subject)
      if (counted >= 0) seen.get(subject)?.push(result)
    }
  }
  return [...seen].map(([subject, results]) => aggregate(subject, results))
}

const aggregate = (subject: Subject, rounds: readonly Round[]): Measured => {
  const latencies = rounds.flatMap((round) => round.latencies)
  return {
    subject,
    perSecond: rounds.map((round) => round.perSecond),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  }
}
