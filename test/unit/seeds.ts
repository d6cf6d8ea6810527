import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { exampleRequest, plantings } from '../../src/examples/request.ts'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { requestOf } from '../support/request-of.ts'
import type { TestRequest } from '../support/sandbox.ts'

/** How many mutated requests are sent. `npm test` is quick; CI asks for more (scripts/ci.ts). */
export const MUTATION_RUNS = Number(process.env['MUTATION_RUNS'] ?? 5_000)

// Messages published with the standard carry no licence, so they stay outside the project.
const PUBLISHED = new URL('../../../shared/examples/json/', import.meta.url)

const published = (): readonly (readonly [string, TestRequest])[] =>
  (existsSync(PUBLISHED) ? readdirSync(PUBLISHED) : []).map((file) => {
    const body: unknown = JSON.parse(readFileSync(new URL(file, PUBLISHED), 'utf8'))
    return [file, requestOf('booking-accepted', { body })]
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

/** Valid requests by name: every way to choose each scenario, and the published messages if here. */
export const SEEDS: ReadonlyMap<string, TestRequest> = new Map([...examples, ...published()])

/** The valid request of that name. */
export const seed = (name: string): TestRequest => {
  const request = SEEDS.get(name)
  if (request === undefined) throw new Error(`no seed ${name}`)
  return request
}
