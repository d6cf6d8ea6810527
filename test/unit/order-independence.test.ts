import fc from 'fast-check'
import { it } from 'vitest'
import { STATES } from '../../src/receiver/111-ed/states.ts'
import { NHS_NUMBERS } from '../../src/scenarios/sentinels.ts'
import { enriched, shuffledRequest, sorted } from '../support/shuffle.ts'
import { createStandingSandbox } from '../support/standing-sandbox.ts'
import { MUTATION_RUNS, SEEDS, seed } from './seeds.ts'

// A twentieth of those of mutations.test.ts: each compares two answers whole.
const RUNS = Math.ceil(MUTATION_RUNS / 20)

const MINUTE_MS = 60_000

const comparable = async (response: Response) => ({
  status: response.status,
  scenario: response.headers.get('Sandbox-Scenario'),
  body: sorted(JSON.parse(await response.text())),
})

const messages = [...SEEDS].filter(([, { body }]) => body !== undefined).map(([name]) => name)

const OTHER_NUMBER = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9976150288' }

// Several scenarios may claim one message, and of two resources of a type one is the focus.
const besides = fc.record({
  nhsNumbers: fc.subarray([...new Set(Object.values(NHS_NUMBERS).flat()), '9707606312'], {
    maxLength: 4,
  }),
  entries: fc.subarray(
    [
      { resourceType: 'ServiceRequest', status: 'draft' },
      { resourceType: 'Patient', identifier: [OTHER_NUMBER] },
      { resourceType: 'Encounter', episodeOfCare: [{ reference: 'EpisodeOfCare/1' }] },
    ].map((resource, index) => ({ fullUrl: `urn:x:${index}`, resource })),
  ),
})

const ranks = fc.array(fc.nat(), { minLength: 61, maxLength: 61 })

it(`answers ${RUNS} messages in any order as in the order written`, {
  timeout: 10 * MINUTE_MS,
}, async ({ expect }) => {
  const ask = createStandingSandbox()

  const property = fc.asyncProperty(
    fc.constantFrom(...messages),
    fc.constantFrom(...STATES),
    besides,
    ranks,
    async (name, state, more, order) => {
      const request = seed(name)
      const written = { ...request, body: enriched(request.body, more) }

      const first = await comparable(await ask(written, state))
      const second = await comparable(await ask(shuffledRequest(written, order), state))

      expect(second).toEqual(first)
    },
  )

  await fc.assert(property, { numRuns: RUNS })
})
