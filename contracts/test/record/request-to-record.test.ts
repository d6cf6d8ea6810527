import { it } from 'vitest'
import { type Change, sends } from './client.ts'
import { message, refusal } from './refusal.ts'

const BOOKING = 'booking-accepted'

it('writes nothing for a client that throws, and passes its error on', async ({ expect }) => {
  const error = new Error('expected 200 to be 409')

  const refused = await refusal(BOOKING, async (baseUrl, fetch) => {
    await sends(BOOKING)(baseUrl, fetch)
    throw error
  })

  expect(refused).toBe(error)
})

it('explains the error of a client whose request was wrong', async ({ expect }) => {
  const error = new Error('HTTP 400')

  const refused = await refusal(BOOKING, async (baseUrl, fetch) => {
    await sends(BOOKING, (body) => body.replace('"booked"', '"bookd"'))(baseUrl, fetch)
    throw error
  })

  expect(refused).toMatchObject({ name: 'NotRecorded', cause: error })
  expect(`${refused}`).toMatch(
    /^NotRecorded: Scenario 'booking-accepted' was not recorded: the client failed with 'HTTP 400' after a contract violation/,
  )
  expect(`${refused}`).toContain('Bundle.entry[1].resource.status\n')
})

it('refuses a request that violates the scenario though it chooses it', async ({ expect }) => {
  const unnamed: Change = (body) => body.replace('"intent":"plan",', '')

  const refused = await message('referral-accepted', sends('referral-accepted', unnamed))

  expect(refused).toMatch(
    /^Scenario 'referral-accepted' was not recorded: contract violation in scenario 'referral-accepted': POST \/\$process-message\n/,
  )
  expect(refused).toContain('Bundle.entry[1].resource.intent\n')
})

it('refuses a client that chose another scenario, and tells what it did', async ({ expect }) => {
  const refused = await message('booking-conflict-409', sends(BOOKING))

  expect(refused).toMatch(
    `Scenario 'booking-conflict-409' was not recorded: no request of the client chose it.
  POST /$process-message was answered 200, booking-accepted
contract violation in scenario 'booking-conflict-409': POST /$process-message
`,
  )
})

it('refuses a client that sent nothing', async ({ expect }) => {
  expect(await message(BOOKING, () => undefined)).toBe(
    "Scenario 'booking-accepted' was not recorded: the client sent no request to the FHIR API.",
  )
})

it('refuses a client that chose the scenario in two ways', async ({ expect }) => {
  const refused = await message(BOOKING, async (baseUrl, fetch) => {
    await sends(BOOKING)(baseUrl, fetch)
    await sends(BOOKING, (body) => body.replace('"gender":"other"', '"gender":"male"'))(
      baseUrl,
      fetch,
    )
  })

  expect(refused).toBe(
    "Scenario 'booking-accepted' was not recorded: the client sent several requests that choose it, and not the same.",
  )
})
