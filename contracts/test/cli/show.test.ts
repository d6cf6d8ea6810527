import { it } from 'vitest'
import { buildRequest, scenario, scenarios } from '../../src/index.ts'
import { cli } from './captured.ts'
import { written } from './request-files/written.ts'

it('shows the request of a scenario, the curl command and the answer', async ({ expect }) => {
  const { exit, out, err } = await cli('show', 'booking-conflict-409')

  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toContain('Chosen by: Patient.identifier: 9933902830 or 9658499023\n')
  expect(out).toContain(
    '# NHSD-Target-Identifier holds {"value":"2000072489","system":"https://fhir.nhs.uk/Id/dos-service-id"}\n',
  )
  expect(out).toContain(
    'curl -s $SANDBOX/_sandbox/scenarios/booking-conflict-409/message |\ncurl -si -X POST',
  )
  expect(out).toContain('\nAnswer\n409\n')
  expect(out).toContain('"code": "REC_CONFLICT"')
})

it('shows the same as JSON', async ({ expect }) => {
  const { exit, out } = await cli('show', 'referral-server-error-500', '--json')

  const { request, answer, curl, ...about } = JSON.parse(out)
  expect(exit).toBe(0)
  expect(about).toEqual(scenario('referral-server-error-500'))
  // Each request that is built has an X-Request-Id of its own.
  const headers = { 'X-Request-Id': request.headers['X-Request-Id'] }
  expect(request).toEqual(buildRequest('referral-server-error-500', { headers }))
  expect(answer.status).toBe(500)
  expect(answer.headers['sandbox-scenario']).toBe('referral-server-error-500')
  expect(answer.body.resourceType).toBe('OperationOutcome')
  expect(curl).toContain('-H "X-Request-Id: $(uuid)"')
})

it('shows a scenario that depends on a state in that state', async ({ expect }) => {
  const { out } = await cli('show', '111-ed-get-referral-revoked', '--json')

  const { answer } = JSON.parse(out)
  expect(answer.status).toBe(200)
  expect(answer.headers['sandbox-scenario']).toBe('111-ed-get-referral-revoked')
  expect(answer.body.status).toBe('revoked')
})

it('says that a scenario is chosen by no value', async ({ expect }) => {
  const { out } = await cli('show', 'booking-without-nhs-number')

  expect(out).toContain('Chosen by: Patient.identifier: no value\n')
})

it('exits 2 and suggests when there is no such scenario', async ({ expect }) => {
  const { exit, out, err } = await cli('show', 'booking-conflict-410')

  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toMatch(
    /^error: There is no scenario 'booking-conflict-410'. Did you mean booking-conflict-409, /,
  )
})

it('prints a .http file that check finds clean, for each scenario', async ({ expect }) => {
  const shown: (readonly [string, string])[] = []
  for (const { id } of scenarios) {
    shown.push([`${id}.http`, (await cli('show', id, '--http')).out])
  }

  const { exit, out } = await cli('check', written(Object.fromEntries(shown)))

  expect(exit).toBe(0)
  expect(out).toContain(`${scenarios.length} requests: ${scenarios.length} clean\n`)
})
