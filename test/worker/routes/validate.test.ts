import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import { cleanRequest } from '../../support/clean-message.ts'
import { edited } from '../../support/edit-message.ts'
import { ORIGIN } from '../sender.ts'

const CLEAN = cleanRequest('a1t1', 'referral-new').body

const validate = async (message: unknown): Promise<unknown> => {
  const response = await exports.default.fetch(
    new Request(`${ORIGIN}/_sandbox/validate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify(message),
    }),
  )
  return response.json()
}

it('loads the rules when a message first needs them, and finds nothing in one that is clean', async ({
  expect,
}) => {
  expect(await validate(CLEAN)).toEqual({
    findings: [],
    counts: { error: 0, warning: 0, information: 0 },
  })
})

it('tells of what is wrong as it does in Node', async ({ expect }) => {
  const message = edited(CLEAN, { 'Patient.gender': 'M', 'Consent.dateTime': undefined })

  expect(await validate(message)).toMatchObject({
    findings: [{ rule: 'r4/code' }, { rule: 'payload/Consent.dateTime' }],
    counts: { error: 2, warning: 0 },
  })
})
