import { it } from 'vitest'
import { PUBLISHED, published } from '../../fixtures/published.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const ANSWERS = {
  BOOKREQ01: [200, 'booking-accepted'],
  BOOKREQRESP01: [400, null],
  REFREQ01: [200, 'referral-accepted'],
  REFREQ03: [200, 'referral-accepted'],
  REFREQ04: [200, 'referral-accepted'],
  REFRESP01: [200, 'safeguarding-response'],
  SERVREQ01: [200, 'validation-cancelled'],
  VALREQ01: [200, 'validation-accepted'],
  VALRESP01A: [200, 'validation-response-accepted'],
} as const

it('knows the answer to each message in a published form', ({ expect }) => {
  expect(Object.keys(ANSWERS)).toEqual([...PUBLISHED.keys()])
})

for (const [name, expected] of Object.entries(ANSWERS)) {
  it(`answers a message in the form of the published ${name}`, async ({ expect }) => {
    const response = await createSandbox().fetch(
      toRequest({ ...requestOf('booking-accepted'), body: published(name) }),
    )

    expect([response.status, response.headers.get('Sandbox-Scenario')]).toEqual(expected)
  })
}
