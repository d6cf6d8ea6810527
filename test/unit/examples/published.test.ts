import { existsSync, readFileSync } from 'node:fs'
import { it } from 'vitest'
import { exampleRequest } from '../../../src/examples/request.ts'
import { scenarioOf } from '../../../src/receiver/catalogue.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

// Messages published with the standard carry no licence, so they stay outside the project.
const FOLDER = new URL('../../../../shared/examples/json/', import.meta.url)

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

const booking = scenarioOf('booking-accepted')

for (const [name, expected] of Object.entries(ANSWERS)) {
  it(`answers the published message ${name}`, async ({ expect, skip }) => {
    const file = new URL(`${name}.json`, FOLDER)
    if (!existsSync(file) || booking === undefined)
      return skip('the published messages are not here')

    const response = await createSandbox().fetch(
      toRequest({ ...exampleRequest(booking), body: readFileSync(file, 'utf8') }),
    )

    expect([response.status, response.headers.get('Sandbox-Scenario')]).toEqual(expected)
  })
}
