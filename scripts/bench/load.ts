import { shoot } from './cannon.ts'
import { organisations } from './organisations.ts'
import type { Load } from './requests.ts'
import type { Subject } from './subjects.ts'

/** Few enough to keep latency honest, enough to keep workerd busy. */
export const CONNECTIONS = 8

/** What one round of load on a subject showed. */
export interface Round {
  readonly perSecond: number
  /** Milliseconds of each request. */
  readonly latencies: readonly number[]
  /** How many requests of each connection were answered. */
  readonly answered: readonly number[]
}

/** Where to load a subject, and how. */
interface Terms {
  readonly origin: string
  readonly seconds: number
  readonly connections: number
}

/** Loads a subject for some seconds; fails when any answer has another status than expected. */
export const load = async (
  { name, requests, expectedStatus }: Subject,
  { origin, seconds, connections }: Terms,
): Promise<Round> => {
  const turns = organisations(connections).map(requests)
  // Untimed, so that an organisation's object is there when the clock starts.
  await Promise.all(turns.map((turn) => send(turn, origin)))
  const { answers, errors, took } = await shoot(turns, origin, seconds)

  const all = answers.flat()
  const wrong = new Set(all.map(({ status }) => status).filter((each) => each !== expectedStatus))
  if (wrong.size > 0 || errors > 0 || all.length === 0) {
    throw new Error(
      `${name}: expected ${expectedStatus} alone; ${all.length} answers, ` +
        `${errors} errors, other statuses: ${[...wrong].join(', ') || 'none'}`,
    )
  }
  return {
    perSecond: all.length / took,
    latencies: all.map(({ ms }) => ms),
    answered: answers.map(({ length }) => length),
  }
}

const send = async (turn: readonly Load[], origin: string): Promise<void> => {
  for (const { path, ...init } of turn) await (await fetch(origin + path, init)).arrayBuffer()
}
