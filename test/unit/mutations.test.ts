import fc from 'fast-check'
import { it } from 'vitest'
import { STATES } from '../../src/receiver/111-ed/states.ts'
import { faultsOf } from '../support/faults.ts'
import { mutated } from '../support/mutated.ts'
import { mutation } from '../support/mutation.ts'
import { createStandingSandbox } from '../support/standing-sandbox.ts'
import { MUTATION_RUNS, SEEDS, seed } from './seeds.ts'

const MINUTE_MS = 60_000

it(`answers ${MUTATION_RUNS} mutated requests with a resource that says why`, {
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

  await fc.assert(property, { numRuns: MUTATION_RUNS })
})
