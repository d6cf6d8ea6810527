import { it } from 'vitest'
import { compare } from '../../support/model/compare.ts'
import { sandboxInMemory } from '../../support/model/memory-subject.ts'
import { MACHINE_SCENARIOS } from '../../support/model/scenarios.ts'

const OPERATIONS = 200_000

it('answers 200,000 random operations as the model does', { timeout: 600_000 }, async ({
  expect,
}) => {
  const { divergence, operations, scenarios } = await compare({
    seed: 20300331,
    isEnough: (tally) => tally.operations >= OPERATIONS,
    subject: sandboxInMemory,
  })

  expect(divergence).toBeNull()
  expect(operations).toBeGreaterThanOrEqual(OPERATIONS)
  expect([...scenarios]).toEqual(expect.arrayContaining([...MACHINE_SCENARIOS]))
})
