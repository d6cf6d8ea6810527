import type { Round } from './load.ts'
import { median, percentile } from './statistics.ts'
import type { Subject } from './subjects.ts'

/** A subject over all rounds. */
export interface Measured {
  readonly subject: Subject
  /** Median over the rounds. */
  readonly perSecond: number
  /** Milliseconds, over all requests. */
  readonly p50: number
  readonly p99: number
}

/**
 * Loads the subjects in turn, round after round, each round beginning with another one, so that a
 * machine that slows down slows them all. A first round that warms up is not counted.
 */
export const measure = async (
  subjects: readonly Subject[],
  rounds: number,
  load: (subject: Subject) => Promise<Round>,
): Promise<readonly Measured[]> => {
  const seen = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]))
  for (let round = 0; round <= rounds; round += 1) {
    console.error(round === 0 ? 'warming up …' : `round ${round} of ${rounds} …`)
    const first = round % subjects.length
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const result = await load(subject)
      if (round > 0) seen.get(subject)?.push(result)
    }
  }
  return [...seen].map(([subject, results]) => aggregate(subject, results))
}

const aggregate = (subject: Subject, rounds: readonly Round[]): Measured => {
  const latencies = rounds.flatMap((round) => round.latencies)
  return {
    subject,
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  }
}
