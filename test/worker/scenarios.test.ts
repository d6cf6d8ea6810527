import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { exampleRequest, plantings } from '../../src/examples/request.ts'
import { SCENARIOS } from '../../src/scenarios/index.ts'
import { statusOf } from '../../src/scenarios/scenario.ts'
import { expectedBody } from '../support/expected/answer.ts'
import { BASE, toRequest } from '../support/sandbox.ts'

const ALLOW: Readonly<Record<string, string>> = {
  'referral-get-method-not-allowed-405': 'POST',
  'test-target-405': 'OPTIONS',
}

for (const scenario of SCENARIOS) {
  for (const occasion of scenario.on) {
    for (const planted of plantings(scenario)) {
      it(`${scenario.id} answers ${occasion} with ${planted ?? 'nothing'} planted`, async ({
        expect,
      }) => {
        const request = exampleRequest(scenario, { occasion, planted })

        const response = await exports.default.fetch(toRequest(request))

        expect(await response.json()).toEqual(
          expectedBody({ scenario, occasion, planted, request, base: BASE }),
        )
        expect(response.status).toBe(statusOf(scenario.reply))
        expect(headersOf(response)).toEqual({
          'content-type': 'application/fhir+json',
          'cache-control': 'no-store',
          'sandbox-scenario': scenario.id,
          'x-request-id': request.headers['X-Request-Id'],
          'x-correlation-id': request.headers['X-Correlation-Id'],
          'access-control-allow-origin': '*',
          allow: ALLOW[scenario.id] ?? null,
        })
      })
    }
  }
}

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
