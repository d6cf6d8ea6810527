import autocannon from 'autocannon'
import type { Load } from './requests.ts'

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
export const shoot = async (
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
