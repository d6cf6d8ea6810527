import type { Round } from './load.ts'
import type { Subject } from './subjects.ts'

/** How evenly a subject serves organisations that all ask at once. */
export interface Crowd {
  readonly name: string
  readonly organisations: number
  readonly perSecond: number
  /** The requests that each would have had answered, had all had as many. */
  readonly fair: number
  /** Parts of the fair share. */
  readonly slowest: number
  readonly fastest: number
}

/** The shares of the organisations, each of which is a connection. */
export const crowdOf = (
  name: string,
  { perSecond, answered }: Pick<Round, 'perSecond' | 'answered'>,
): Crowd => {
  const fair = answered.reduce((sum, each) => sum + each, 0) / answered.length
  return {
    name,
    organisations: answered.length,
    perSecond,
    fair,
    slowest: Math.min(...answered) / fair,
    fastest: Math.max(...answered) / fair,
  }
}

/** Loads, one after the other, the subjects that have a crowd. */
export const measureCrowds = async (
  subjects: readonly Subject[],
  load: (subject: Subject, connections: number) => Promise<Round>,
): Promise<readonly Crowd[]> => {
  const crowds: Crowd[] = []
  for (const subject of subjects) {
    if (subject.crowd === undefined) continue
    console.error(`${subject.name}: ${subject.crowd} organisations at once …`)
    crowds.push(crowdOf(subject.name, await load(subject, subject.crowd)))
  }
  return crowds
}
