import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { exampleRequest, plantings } from '../../src/examples/request.ts'
import { asJson } from '../../src/fhir/json.ts'
import { SCENARIOS } from '../../src/scenarios/index.ts'
import { expectedBody, expectedStatus } from '../support/expected/answer.ts'
import { dangling, repeated } from '../support/expected/references.ts'
import { REFUSALS } from '../support/expected/refusals.ts'
import { BASE, toRequest } from '../support/sandbox.ts'

const ALLOW: Readonly<Record<string, string>> = {
  'referral-get-method-not-allowed-405': 'GET, HEAD',
  'test-target-405': 'OPTIONS',
}

for (const scenario of SCENARIOS) {
  const { id } = scenario
  for (const occasion of scenario.on) {
    for (const planted of plantings(scenario)) {
      it(`${id} answers ${occasion} with ${planted ?? 'nothing'} planted`, async ({ expect }) => {
        const request = exampleRequest(scenario, { occasion, planted })
        const asked = { scenario: id, occasion, planted, request, base: BASE }

        const response = await exports.default.fetch(toRequest(request))

        const body = asJson(await response.json())
        expect(body).toEqual(expectedBody(asked))
        expect(linksOf(body)).toEqual({ dangling: [], repeated: [] })
        expect(response.status).toBe(expectedStatus(asked))
        expect(headersOf(response)).toEqual({
          'content-type': 'application/fhir+json',
          'cache-control': 'no-store',
          'sandbox-scenario': id,
          'x-request-id': request.headers['X-Request-Id'],
          'x-correlation-id': request.headers['X-Correlation-Id'],
          'access-control-allow-origin': '*',
          allow: ALLOW[id] ?? null,
        })
      })
    }
  }
}

it('has every scenario that is expected to refuse', ({ expect }) => {
  const ids = SCENARIOS.map(({ id }) => id)

  expect(Object.keys(REFUSALS).filter((id) => !ids.includes(id))).toEqual([])
})

const linksOf = (body: ReturnType<typeof asJson>) => ({
  dangling: dangling(body, BASE),
  repeated: repeated(body),
})

const HEADERS = [
  'content-type',
  'cache-control',
  'sandbox-scenario',
  'x-request-id',
  'x-correlation-id',
  'access-control-allow-origin',
  'allow',
]

const headersOf = ({ headers }: Response) =>
  Object.fromEntries(HEADERS.map((name) => [name, headers.get(name)]))
