import { it } from 'vitest'
import { compare } from '../../../support/model/compare.ts'
import { sandboxInMemory } from '../../../support/model/memory-subject.ts'
import { MUTANTS } from '../../../support/model/table.ts'

const OPERATIONS = 5_000

it('knows seventy-two ways to get the table wrong', ({ expect }) => {
  expect(MUTANTS.length).toBe(72)
})

for (const { event, state, cell, table } of MUTANTS) {
  it(`parts from a table where ${event} in ${state} answers ${cell.status} and leads to ${cell.next}`, async ({
    expect,
  }) => {
    const { divergence, operations } = await compare({
      seed: 1,
      isEnough: (tally) => tally.operations >= OPERATIONS,
      subject: sandboxInMemory,
      table,
      maxShrinks: 0,
    })

    expect(divergence).toContain('Counterexample')
    expect(operations).toBeLessThan(OPERATIONS)
  }, 60_000)
}
