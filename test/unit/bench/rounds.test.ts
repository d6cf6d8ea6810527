import { describe, it } from 'vitest'
import { measureLoads } from '../../../scripts/bench/load.ts'
import { inRounds } from '../../../scripts/bench/rounds.ts'

describe('the rounds of the bench', () => {
  it('begin each with another subject, and those that warm up are not counted', async ({
    expect,
  }) => {
    const order: string[] = []

    const measured = await inRounds(['a', 'b', 'c'], { rounds: 3, warmingUp: 4 }, async (name) => {
      order.push(name)
      return order.length
    })

    const warmingUp = ['abc', 'bca', 'cab', 'abc']
    expect(order.join('')).toBe([...warmingUp, 'bca', 'cab', 'abc'].join(''))
    expect([...measured]).toEqual([
      ['a', [15, 17, 19]],
      ['b', [13, 18, 20]],
      ['c', [14, 16, 21]],
    ])
  })

  it('give req/s and CPU round by round, and the percentiles of all requests', async ({
    expect,
  }) => {
    const rates = [9999, 9999, 9999, 9999, 300, 100, 200]
    const echo = {
      name: 'bare echo',
      worker: 'echo',
      requests: () => [],
      expectedStatus: 200,
    } as const

    const measured = await measureLoads([echo], 3, async () => ({
      perSecond: rates.shift() ?? 0,
      cpu: rates.length,
      latencies: rates.length >= 3 ? [9999] : Array.from({ length: 50 }, (_, ms) => ms),
      answered: [50],
    }))

    expect(measured).toEqual([
      { subject: echo, perSecond: [300, 100, 200], cpu: [2, 1, 0], p50: 25, p99: 49 },
    ])
  })
})
