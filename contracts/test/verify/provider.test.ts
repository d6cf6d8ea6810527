import { it, vi } from 'vitest'
import { createSandbox, verifyPact } from '../../src/index.ts'
import { serve } from '../../src/stub/server.ts'
import { pactFile } from './pact-file.ts'

for (const path of ['', '/', '/booking-and-referral/FHIR/R4/', '/s/acme-ci']) {
  it(`verifies against a running sandbox at ${path || 'its origin'}`, async ({ expect }) => {
    const paths: string[] = []
    const { fetch } = createSandbox()
    const { origin, close } = await serve((request) => {
      paths.push(new URL(request.url).pathname)
      return fetch(request)
    })
    const space = path.startsWith('/s/') ? path : ''

    const { ok } = await verifyPact({
      files: [pactFile({ id: 'booking-get', status: 200 })],
      url: origin + path,
    })

    await close()
    expect(ok).toBe(true)
    expect(paths).toEqual([
      `${space}/_pact/state`,
      `${space}/_pact/state`,
      `${space}/booking-and-referral/FHIR/R4/Appointment/ce1c4ced-2a84-4198-9982-9caf894d0bb7`,
    ])
  })
}

it('asks no broker, whatever the environment says', async ({ expect }) => {
  const asked: string[] = []
  const { origin, close } = await serve(async ({ url }) => {
    asked.push(url)
    return Response.json({})
  })
  vi.stubEnv('PACT_BROKER_BASE_URL', origin)
  vi.stubEnv('PACT_PROVIDER_NO_STATE', 'true')

  const { interactions } = await verifyPact({
    files: [pactFile({ id: 'booking-get', status: 200 })],
  })

  vi.unstubAllEnvs()
  await close()
  expect([interactions.length, asked]).toEqual([1, []])
})
