import { describe, it } from 'vitest'
import { measure } from '../../../scripts/bench/rounds.ts'
import type { Subject } from '../../../scripts/bench/subjects.ts'

const subject = (name: string): Subject => ({
  name,
  worker: 'echo',
  requests: () => [],
  expectedStatus: 200,
})

describe('the rounds of the bench', () => {
  it('begin each with another subject, after four that warm up', async ({ expect }) => {
    const order: string[] = []

    await measure(['a', 'b', 'c'].map(subject), 3, async ({ name }) => {
      order.push(name)
      return { perSecond: 1, latencies: [1], answered: [1] }
    })

    const warmingUp = ['abc', 'bca', 'cab', 'abc']
    expect(order.join('')).toBe([...warmingUp, 'bca', 'cab', 'abc'].join(''))
  })

  it('give req/s round by round and the percentiles of all requests', async ({ expect }) => {
    const rates = [9999, 9999, 9999, 9999, 300, 100, 200]
    const echo = subject('bare echo')

    const measured = await measure([echo], 3, async () => ({
      perSecond: rates.shift() ?? 0,
      latencies: rates.length >= 3 ? [9999] : Array.from({ length: 50 }, (_, ms) => ms),
      answered: [50],
    }))

    expect(measured).toEqual([{ subject: echo, perSecond: [300, 100, 200], p50: 25, p99: 49 }])
  })
})
