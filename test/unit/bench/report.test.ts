import { describe, it } from 'vitest'
import { crowdOf } from '../../../scripts/bench/crowd.ts'
import { figure, linesOf, ratiosOf } from '../../../scripts/bench/report.ts'
import type { Comparison } from '../../../scripts/bench/subjects.ts'
import { tableOf } from '../../../scripts/bench/table.ts'

const measured = (
  name: string,
  perSecond: readonly number[],
  comparedTo: readonly Comparison[] = [],
) =>
  ({
    subject: { name, worker: 'sandbox', requests: () => [], expectedStatus: 409, comparedTo },
    perSecond,
    p50: 1,
    p99: 2,
  }) as const

const MEASURED = [
  measured('hello-world', [1000, 1100, 900]),
  measured('bare echo', [400, 500, 360]),
  measured('refused', [200, 275, 198], [{ to: 'hello-world' }, { to: 'bare echo', atLeast: 0.75 }]),
]

describe('the report of the bench', () => {
  it('has what was measured of each subject', ({ expect }) => {
    expect(linesOf(MEASURED).at(-1)).toEqual({
      name: 'refused',
      status: 409,
      perSecond: 200,
      p50: 1,
      p99: 2,
    })
  })

  it('sets each subject beside what it is compared to, and its target beside the ratio', ({
    expect,
  }) => {
    expect(ratiosOf(MEASURED)).toEqual([
      { name: 'refused', to: 'hello-world', ratio: 0.22, between: [0.2, 0.25] },
      {
        name: 'refused',
        to: 'bare echo',
        ratio: 0.55,
        between: [0.5, 0.55],
        target: { atLeast: 0.75, met: false },
      },
    ])
  })

  it('tells the fair share of a crowd, and how far from it the slowest and fastest are', ({
    expect,
  }) => {
    expect(crowdOf('stateful', { perSecond: 30, answered: [10, 25, 20, 25] })).toEqual({
      name: 'stateful',
      organisations: 4,
      perSecond: 30,
      fair: 20,
      slowest: 0.5,
      fastest: 1.25,
    })
  })

  it('is printed as tables', ({ expect }) => {
    const text = tableOf({
      conditions: '3 rounds',
      lines: linesOf(MEASURED),
      ratios: ratiosOf(MEASURED),
      crowds: [crowdOf('refused', { perSecond: 30, answered: [10, 30] })],
      figures: [figure('bundle', 64.04, 'KiB', 150), figure('start-up', 120, 'ms')],
    })

    expect(text).toBe(`3 rounds

             req/s  p50 ms  p99 ms
hello-world   1000    1.00    2.00
bare echo      400    1.00    2.00
refused        200    1.00    2.00

req/s of  to those of  ratio  half of the rounds  target
refused   hello-world   0.22        0.20 to 0.25
refused   bare echo     0.55        0.50 to 0.55  ≥ 0.75  MISSED

all at once  organisations  req/s  fair share     slowest     fastest
refused                  2     30          20  0.50 of it  1.50 of it

bundle    64.0 KiB  ≤ 150 KiB  met
start-up  120.0 ms`)
  })
})
