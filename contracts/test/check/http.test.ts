import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkHttpRequest } from '../../src/check/check-request.ts'

const BASE = 'https://sandbox.test/booking-and-referral/FHIR/R4'

const requestOf = (contentType: string): Request => {
  const { method, path, headers, body } = buildRequest('booking-conflict-409', {
    headers: { 'Content-Type': contentType },
  })
  return new Request(`${BASE}${path}`, { method, headers, body: JSON.stringify(body) })
}

it('checks a standard Request and leaves its body to be read', async ({ expect }) => {
  const request = requestOf('application/fhir+json')

  const { text } = await checkHttpRequest('booking-conflict-409', request)

  expect(text).toBe(
    "no contract violation in scenario 'booking-conflict-409': POST /$process-message",
  )
  expect(JSON.parse(await request.text())).toEqual(buildRequest('booking-conflict-409').body)
})

it('tells what is wrong with a standard Request', async ({ expect }) => {
  const { violations } = await checkHttpRequest(undefined, requestOf('text/plain'))

  expect(violations.map(({ where }) => where)).toEqual(['header Content-Type'])
})

it('says which scenario was meant when there is none of that id', async ({ expect }) => {
  // @ts-expect-error: not an id.
  const checked = checkHttpRequest('booking-conflict', requestOf('application/fhir+json'))

  await expect(checked).rejects.toThrow(/There is no scenario 'booking-conflict'/)
})
