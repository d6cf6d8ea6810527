import { exports } from 'cloudflare:workers'
import { afterEach, beforeEach, it, vi } from 'vitest'
import { compare } from '../../../support/model/compare.ts'
import { MACHINE_SCENARIOS } from '../../../support/model/table.ts'
import { deleteAlarms, freshCodes } from './model/organisations.ts'
import { happened, OBJECT_STEPS } from './model/steps.ts'

const OPERATIONS = 3_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await deleteAlarms()
}, 120_000)

it(`answers ${OPERATIONS} random operations through Durable Objects as the model does`, {
  timeout: 300_000,
}, async ({ expect }) => {
  const { divergence, operations, scenarios } = await compare({
    seed: 20300331,
    isEnough: (tally) => tally.operations >= OPERATIONS,
    sequencesInARound: 1,
    subject: () => ({
      fetch: (request) => exports.default.fetch(request),
      setClock: (ms) => vi.setSystemTime(ms),
    }),
    codes: freshCodes,
    besides: OBJECT_STEPS,
    maxShrinks: 50,
  })

  expect(divergence).toBeNull()
  expect(operations).toBeGreaterThanOrEqual(OPERATIONS)
  expect([...scenarios]).toEqual(expect.arrayContaining([...MACHINE_SCENARIOS]))
  expect(Object.entries(happened).filter(([, times]) => times < 50)).toEqual([])
})
