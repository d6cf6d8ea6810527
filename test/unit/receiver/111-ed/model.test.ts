import { it } from 'vitest'
import { compare } from '../../../support/model/compare.ts'
import { sandboxInMemory } from '../../../support/model/memory-subject.ts'
import { MACHINE_SCENARIOS } from '../../../support/model/table.ts'

// `npm test` is quick; CI asks for more (scripts/ci.ts), and `npm run soak` for any number.
const OPERATIONS = Number(process.env['MODEL_OPERATIONS'] ?? 20_000)

// Other sequences on each run: a divergence tells the seed that `npm run soak -- --seed` repeats.
const SEED = Math.floor(Math.random() * 2 ** 31)

it(`answers ${OPERATIONS} random operations as the model does`, { timeout: 600_000 }, async ({
  expect,
}) => {
  const { divergence, operations, scenarios } = await compare({
    seed: SEED,
    isEnough: (tally) => tally.operations >= OPERATIONS,
    subject: sandboxInMemory,
  })

  expect(divergence).toBeNull()
  expect(operations).toBeGreaterThanOrEqual(OPERATIONS)
  expect([...scenarios]).toEqual(expect.arrayContaining([...MACHINE_SCENARIOS]))
})
