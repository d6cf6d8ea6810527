import { exampleRequest, plantings } from '../../src/examples/request.ts'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { PUBLISHED } from '../fixtures/published.ts'
import { requestOf } from '../support/request-of.ts'
import type { TestRequest } from '../support/sandbox.ts'

/** How many mutated requests are sent. `npm test` is quick; CI asks for more (scripts/ci.ts). */
export const MUTATION_RUNS = Number(process.env['MUTATION_RUNS'] ?? 5_000)

const published = [...PUBLISHED].map(([name, text]) => {
  const body: unknown = JSON.parse(text)
  return [name, requestOf('booking-accepted', { body })] as const
})

// Three occasions a row: those that answer on every occasion would crowd out the others.
const examples = CATALOGUE.flatMap((scenario) =>
  scenario.on.slice(0, 3).flatMap((occasion) =>
    plantings(scenario).map((planted) => {
      const name = `${scenario.id} on ${occasion}, planting ${planted ?? 'nothing'}`
      return [name, exampleRequest(scenario, { occasion, planted })] as const
    }),
  ),
)

/** Valid requests by name: every way to choose each scenario, and messages as they are published. */
export const SEEDS: ReadonlyMap<string, TestRequest> = new Map([...examples, ...published])

/** The valid request of that name. */
export const seed = (name: string): TestRequest => {
  const request = SEEDS.get(name)
  if (request === undefined) throw new Error(`no seed ${name}`)
  return request
}
