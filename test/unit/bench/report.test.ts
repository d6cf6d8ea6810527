import { describe, it } from 'vitest'
import { crowdOf } from '../../../scripts/bench/load.ts'
import { figureOf, linesOf, loadRatios, ratioOf } from '../../../scripts/bench/report.ts'
import type { Subject } from '../../../scripts/bench/subjects.ts'
import { tableOf } from '../../../scripts/bench/table.ts'

const measured = (
  name: string,
  perSecond: readonly number[],
  cpu: readonly number[],
  comparedTo?: NonNullable<Subject['comparedTo']>,
) =>
  ({
    subject: {
      name,
      worker: 'sandbox',
      requests: () => [],
      expectedStatus: 409,
      ...(comparedTo && { comparedTo }),
    },
    perSecond,
    cpu,
    p50: 1,
    p99: 2,
  }) as const

const MEASURED = [
  measured('bare echo', [400, 500, 360], [0.2, 0.2, 0.2]),
  measured('refused', [200, 275, 198], [0.3, 0.2, 0.4], { to: 'bare echo', atLeast: 0.75 }),
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
    expect(loadRatios(MEASURED)).toEqual([
      {
        name: 'refused',
        to: 'bare echo',
        unit: 'req/s',
        measured: 200,
        reference: 400,
        ratio: 0.55,
        between: [0.5, 0.55],
        target: { atLeast: 0.75, met: false },
      },
      {
        name: 'refused',
        to: 'bare echo',
        unit: 'ms of CPU',
        measured: 0.3,
        reference: 0.2,
        ratio: 1.4999999999999998,
        between: [1, 2],
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
    const start = { name: 'start-up', to: 'hello-world', unit: 'ms' }
    const text = tableOf({
      conditions: '3 rounds',
      lines: linesOf(MEASURED),
      ratios: [...loadRatios(MEASURED), ratioOf(start, [120], [80], { atMost: 1.7 })],
      crowds: [crowdOf('refused', { perSecond: 30, answered: [10, 30] })],
      figures: [figureOf('bundle', 64.04, 'KiB', 50), figureOf('first answer', 3, 's', 5)],
    })

    expect(text).toBe(`3 rounds

           req/s  p50 ms  p99 ms
bare echo    400    1.00    2.00
refused      200    1.00    2.00

          beside                              ratio  half of the rounds  target
refused   bare echo     200   400  req/s       0.55        0.50 to 0.55  ≥ 0.75  MISSED
refused   bare echo    0.30  0.20  ms of CPU   1.50        1.00 to 2.00
start-up  hello-world   120  80.0  ms          1.50        1.50 to 1.50  ≤ 1.7   met

all at once  organisations  req/s  fair share     slowest     fastest
refused                  2     30          20  0.50 of it  1.50 of it

bundle        64.0 KiB  ≤ 50  MISSED
first answer     3.0 s  ≤ 5   met`)
  })
})
