import fc from 'fast-check'
import { it } from 'vitest'
import { STATES } from '../../src/scenarios/scenario.ts'
import { faultsOf } from '../support/faults.ts'
import { mutated } from '../support/mutated.ts'
import { mutation } from '../support/mutation.ts'
import { createStandingSandbox } from '../support/standing-sandbox.ts'
import { SEEDS, seed } from './seeds.ts'

// `npm test` is quick; CI asks for more (scripts/ci.mjs).
const RUNS = Number(process.env['MUTATION_RUNS'] ?? 5_000)

const MINUTE_MS = 60_000

it(`answers ${RUNS} mutated requests with a resource that says why`, {
  timeout: 10 * MINUTE_MS,
}, async () => {
  const ask = createStandingSandbox()
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 })

  const property = fc.asyncProperty(
    fc.constantFrom(...SEEDS.keys()),
    fc.constantFrom(...STATES),
    mutations,
    async (name, state, each) => {
      const request = mutated(seed(name), each)
      const faults = await faultsOf(request, await ask(request, state))
      if (faults.length > 0) throw new Error(`${faults.join(', ')}: ${JSON.stringify(request)}`)
    },
  )

  await fc.assert(property, { numRuns: RUNS })
})
