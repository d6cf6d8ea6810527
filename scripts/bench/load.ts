import autocannon from 'autocannon'
import type { Subject } from './subjects.ts'

/** Few enough to keep latency honest, enough to keep workerd busy. */
export const CONNECTIONS = 8

/** What one round of load on a subject showed. */
export interface Round {
  readonly perSecond: number
  /** Milliseconds of each request. */
  readonly latencies: readonly number[]
}

/** Loads a subject for some seconds; fails when any answer has another status than expected. */
export const load = async (
  { name, request, expectedStatus }: Subject,
  origin: string,
  seconds: number,
): Promise<Round> => {
  const latencies: number[] = []
  const wrong = new Set<number>()
  const { path, ...rest } = request
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(
      {
        url: origin + path,
        ...rest,
        headers: { ...rest.headers },
        connections: CONNECTIONS,
        duration: seconds,
        // How often it looks whether the time is up, in milliseconds.
        sampleInt: 50,
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    ).on('response', (_client, status, _bytes, ms) => {
      latencies.push(ms)
      if (status !== expectedStatus) wrong.add(status)
    })
  })
  const { errors, start, finish } = result
  if (wrong.size > 0 || errors > 0 || latencies.length === 0) {
    throw new Error(
      `${name}: expected ${expectedStatus} alone; ${latencies.length} answers, ` +
        `${errors} errors, other statuses: ${[...wrong].join(', ') || 'none'}`,
    )
  }
  return { perSecond: (1000 * latencies.length) / (finish.getTime() - start.getTime()), latencies }
}
