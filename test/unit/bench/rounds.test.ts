import { describe, it } from 'vitest'
import { linesOf } from '../../../scripts/bench/report.ts'
import { measure } from '../../../scripts/bench/rounds.ts'
import { SUBJECTS, type Subject } from '../../../scripts/bench/subjects.ts'

const request = { method: 'GET', path: '/', headers: {} } as const

const hello: Subject = { name: 'hello-world', worker: 'hello-world', request, expectedStatus: 200 }
const echo: Subject = { name: 'bare echo', worker: 'echo', request, expectedStatus: 200 }
const refused: Subject = {
  name: 'refused',
  worker: 'sandbox',
  request,
  expectedStatus: 409,
  comparedTo: 'bare echo',
  target: 0.75,
}

describe('the rounds of the bench', () => {
  it('begin each with another subject, after one that warms up', async ({ expect }) => {
    const order: string[] = []

    await measure([hello, echo, refused], 3, async ({ name }) => {
      order.push(name)
      return { perSecond: 1, latencies: [1] }
    })

    expect(order).toEqual([
      ...['hello-world', 'bare echo', 'refused'],
      ...['bare echo', 'refused', 'hello-world'],
      ...['refused', 'hello-world', 'bare echo'],
      ...['hello-world', 'bare echo', 'refused'],
    ])
  })

  it('give the median of req/s and the percentiles of all requests', async ({ expect }) => {
    const rates = [9999, 300, 100, 200]

    const measured = await measure([echo], 3, async () => ({
      perSecond: rates.shift() ?? 0,
      latencies: rates.length === 3 ? [9999] : Array.from({ length: 50 }, (_, ms) => ms),
    }))

    expect(measured).toEqual([{ subject: echo, perSecond: 200, p50: 25, p99: 49 }])
  })
})

describe('the report of the bench', () => {
  it('sets each subject beside the references, and its target beside the ratio', ({ expect }) => {
    const at = (subject: Subject, perSecond: number) => ({ subject, perSecond, p50: 1, p99: 2 })

    const lines = linesOf([at(hello, 1000), at(echo, 400), at(refused, 200)])

    expect(lines.at(-1)).toEqual({
      name: 'refused',
      status: 409,
      perSecond: 200,
      p50: 1,
      p99: 2,
      ratios: { 'hello-world': 0.2, 'bare echo': 0.5 },
      target: { of: 'bare echo', atLeast: 0.75, met: false },
    })
  })

  it('has messages of about 20 KB', ({ expect }) => {
    const sizes = SUBJECTS.map(({ request }) => request.body?.length)
      .filter((size) => size !== undefined)
      .map((size) => Math.round(size / 1024))

    expect(sizes).toEqual([20, 20, 20])
  })
})
