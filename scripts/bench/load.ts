import autocannon from 'autocannon'
import { inRounds, percentile } from './rounds.ts'
import type { Load, Subject } from './subjects.ts'
import type { Workerd } from './workerd.ts'

/** Few enough to keep latency honest, enough to keep workerd busy. */
export const CONNECTIONS = 8

// Until the compiler has seen enough of each.
const WARMING_UP = 4

/** What one round of load on a subject showed. */
export interface Round {
  readonly perSecond: number
  /** Milliseconds of CPU a request. */
  readonly cpu: number
  /** Milliseconds of each request. */
  readonly latencies: readonly number[]
  /** How many requests of each connection were answered. */
  readonly answered: readonly number[]
}

/** A subject over all rounds. */
export interface Measured {
  readonly subject: Subject
  /** Requests a second in each round. */
  readonly perSecond: readonly number[]
  /** Milliseconds of CPU a request in each round. */
  readonly cpu: readonly number[]
  /** Milliseconds, over all requests. */
  readonly p50: number
  readonly p99: number
}

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

/** Loads the subjects in rounds. */
export const measureLoads = async (
  subjects: readonly Subject[],
  rounds: number,
  loadOne: (subject: Subject) => Promise<Round>,
): Promise<readonly Measured[]> => {
  const measured = await inRounds(subjects, { rounds, warmingUp: WARMING_UP }, loadOne)
  return [...measured].map(([subject, all]) => {
    const latencies = all.flatMap((round) => round.latencies)
    return {
      subject,
      perSecond: all.map((round) => round.perSecond),
      cpu: all.map((round) => round.cpu),
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    }
  })
}

/** Loads, one after the other, the subjects that have a crowd. */
export const measureCrowds = async (
  subjects: readonly Subject[],
  loadOne: (subject: Subject, connections: number) => Promise<Round>,
): Promise<readonly Crowd[]> => {
  const crowds: Crowd[] = []
  for (const subject of subjects) {
    if (subject.crowd === undefined) continue
    console.error(`${subject.name}: ${subject.crowd} organisations at once …`)
    crowds.push(crowdOf(subject.name, await loadOne(subject, subject.crowd)))
  }
  return crowds
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

/** Where to load subjects, and how. */
interface Terms {
  readonly workerd: Workerd
  readonly seconds: number
  readonly connections: number
}

/** Loads a subject for some seconds; fails when any answer has another status than expected. */
export const load = async (
  { name, worker, requests, expectedStatus }: Subject,
  { workerd, seconds, connections }: Terms,
): Promise<Round> => {
  const origin = workerd.originOf(worker)
  const turns = newOrganisations(connections).map(requests)
  // Untimed, so that an organisation's object is there when the clock starts.
  await Promise.all(turns.map((turn) => send(turn, origin)))
  const before = workerd.cpu()
  const { answers, errors, took } = await shoot(turns, origin, seconds)
  const cpu = workerd.cpu() - before

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
    cpu: cpu / all.length,
    latencies: all.map(({ ms }) => ms),
    answered: answers.map(({ length }) => length),
  }
}

let organisations = 0

// ODS codes of organisations that nothing was asked for yet.
const newOrganisations = (number: number): readonly string[] =>
  Array.from({ length: number }, () => {
    organisations += 1
    return `BENCH${String(organisations).padStart(6, '0')}`
  })

const send = async (turn: readonly Load[], origin: string): Promise<void> => {
  for (const { path, ...init } of turn) await (await fetch(origin + path, init)).arrayBuffer()
}

interface Answered {
  readonly status: number
  readonly ms: number
}

/** What came back. */
interface Hits {
  /** Of each connection. */
  readonly answers: readonly (readonly Answered[])[]
  readonly errors: number
  /** Seconds. */
  readonly took: number
}

/** Sends requests for some seconds, one connection a turn: the requests of a turn in order, over and over. */
const shoot = async (
  turns: readonly (readonly Load[])[],
  url: string,
  duration: number,
): Promise<Hits> => {
  const answers = new Map<autocannon.Client, Answered[]>()
  const setupClient = (client: autocannon.Client) => {
    client.setRequests((turns[answers.size] ?? []).map(asRequest))
    answers.set(client, [])
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(
      // `sampleInt`: how often it looks whether the time is up, in milliseconds.
      { url, duration, connections: turns.length, setupClient, sampleInt: 50 },
      (error, done) => (error ? reject(error) : resolve(done)),
    ).on('response', (client, status, _bytes, ms) => answers.get(client)?.push({ status, ms }))
  })
  const { errors, start, finish } = result
  const took = (finish.getTime() - start.getTime()) / 1000
  return { answers: [...answers.values()], errors, took }
}

// A copy: autocannon writes into the requests that it is given.
const asRequest = ({ headers, ...rest }: Load): autocannon.Request => ({
  ...rest,
  headers: { ...headers },
})
