import { it } from 'vitest'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

/** A response for that patient, sent for that reason; its variables are those of the row. */
const respond = (row: string, reason: string, nhsNumber: string) =>
  createSandbox().request(
    toRequest(
      requestOf(row, {
        edits: {
          'MessageHeader.reason.coding.0.code': reason,
          'Patient.identifier.0.value': nhsNumber,
        },
      }),
    ),
  )

const VALIDATION = 'validation-response-accepted'
const REFERRAL = 'safeguarding-response'
const SHORT = 'referral-response-short-accepted'

// biome-ignore format: a table reads by column
const RESPONSES = [
  [VALIDATION, 'new',    '9658499139', 401, 'validation-response-unauthorised-401'],
  [VALIDATION, 'update', '9658499139', 200, VALIDATION],
  [VALIDATION, 'update', '9383924314', 200, VALIDATION],
  [REFERRAL,   'new',    '9658499171', 401, 'safeguarding-response-unauthorised-401'],
  [REFERRAL,   'update', '9658499171', 200, REFERRAL],
  [REFERRAL,   'update', '9658499139', 200, REFERRAL],
  [SHORT,      'new',    '9658499139', 401, 'safeguarding-response-unauthorised-401'],
  [SHORT,      'update', '9658499139', 200, SHORT],
] as const

for (const [row, reason, nhsNumber, status, scenario] of RESPONSES) {
  it(`answers ${status} to ${row} of ${nhsNumber} with reason ${reason}`, async ({ expect }) => {
    const response = await respond(row, reason, nhsNumber)

    expect([response.status, response.headers.get('Sandbox-Scenario')]).toEqual([status, scenario])
  })
}
