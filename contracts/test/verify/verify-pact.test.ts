import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { it } from 'vitest'
import { createSandbox, verifyPact } from '../../src/index.ts'
import { serve } from '../../src/stub/serve.ts'
import { pactBinary } from '../../src/verify/pact-binary.ts'
import { scratchFolder } from '../support/scratch.ts'
import { pactFile } from './pact-file.ts'

it('passes a pact that the sandbox keeps', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-conflict-409', status: 409, body: { resourceType: 'OperationOutcome' } },
    { id: 'booking-get', status: 200, body: { resourceType: 'Appointment', status: 'booked' } },
  )

  const verified = await verifyPact({ files: [file] })

  expect(verified).toEqual({
    ok: true,
    interactions: [
      { file, description: 'booking-conflict-409', ok: true, mismatches: [] },
      { file, description: 'booking-get', ok: true, mismatches: [] },
    ],
  })
})

it('tells each interaction that fails, and why', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-conflict-409', status: 200 },
    { id: 'booking-get', status: 200, body: { resourceType: 'Slot', status: 'booked' } },
    { id: 'booking-cancelled', status: 200 },
  )

  const verified = await verifyPact({ files: [file] })

  expect(verified).toEqual({
    ok: false,
    interactions: [
      {
        file,
        description: 'booking-conflict-409',
        ok: false,
        mismatches: ['status: expected 200 but was 409'],
      },
      {
        file,
        description: 'booking-get',
        ok: false,
        mismatches: [
          "$.resourceType: Expected 'Appointment' (String) to be equal to 'Slot' (String)",
        ],
      },
      { file, description: 'booking-cancelled', ok: true, mismatches: [] },
    ],
  })
})

it('puts a new organisation into the state that each interaction is given', async ({ expect }) => {
  const booking = { id: '111-ed-book-initial' } as const
  const file = pactFile(
    { ...booking, status: 200, state: '111-ED: initial' },
    { ...booking, status: 409, state: '111-ED: appointment-booked' },
    { ...booking, status: 409, state: '111-ED: referral-created' },
  )

  const { interactions } = await verifyPact({ files: [file] })

  expect(interactions.map(({ mismatches }) => mismatches)).toEqual([[], [], []])
})

it('fails an interaction whose state does not exist', async ({ expect }) => {
  const file = pactFile({ id: 'booking-get', status: 200, state: '111-ED: booked' })

  const { ok, interactions } = await verifyPact({ files: [file] })

  expect([ok, interactions[0]?.mismatches]).toEqual([
    false,
    ['One or more of the setup state change handlers has failed'],
  ])
})

it('passes a pending interaction that fails, and tells why', async ({ expect }) => {
  const file = pactFile({ id: 'booking-get', status: 201, pending: true })

  const verified = await verifyPact({ files: [file] })

  expect(verified).toEqual({
    ok: true,
    interactions: [
      {
        file,
        description: 'booking-get',
        ok: true,
        mismatches: ['status: expected 201 but was 200'],
      },
    ],
  })
})

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

it('writes a JUnit report', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-get', status: 200 },
    { id: 'booking-cancelled', status: 200, body: { id: '<&"' } },
  )
  const junit = join(scratchFolder(), 'verify.xml')

  await verifyPact({ files: [file], junit })

  const why =
    "$.id: Expected '0ba25002-0000-4000-8000-000000000001' (String) to be equal to '&lt;&amp;&quot;' (String)"
  expect(readFileSync(junit, 'utf8')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${file}" tests="2" failures="1">
    <testcase classname="${file}" name="booking-get"/>
    <testcase classname="${file}" name="booking-cancelled">
      <failure message="${why}">${why}</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})

it('refuses a pact without interactions', async ({ expect }) => {
  const file = pactFile()

  await expect(verifyPact({ files: [file] })).rejects.toThrow(
    `${file}: the pact has no interactions`,
  )
})

it('refuses a file that is not there', async ({ expect }) => {
  await expect(verifyPact({ files: ['no-such-pact.json'] })).rejects.toThrow(
    /^no-such-pact.json: Failed to load pact/,
  )
})

it('refuses to verify nothing', async ({ expect }) => {
  await expect(verifyPact({ files: [] })).rejects.toThrow('There is no pact file to verify.')
})

it('says that nothing answers at a URL', async ({ expect }) => {
  const { origin, close } = await serve(async () => new Response())
  await close()

  await expect(verifyPact({ files: [pactFile()], url: origin })).rejects.toThrow(
    `Nothing answers at ${origin}/_pact/state. Is the sandbox running?`,
  )
})

it('says that what answers is no sandbox', async ({ expect }) => {
  const { origin, close } = await serve(async () => new Response('', { status: 404 }))

  const verified = verifyPact({ files: [pactFile()], url: origin })

  await expect(verified).rejects.toThrow(`${origin}/_pact/state answers 404. Is it a BaRS sandbox?`)
  await close()
})

it('says that a URL is none', async ({ expect }) => {
  await expect(verifyPact({ files: [pactFile()], url: 'localhost:8787' })).rejects.toThrow(
    "'localhost:8787' is not the URL of a sandbox, such as http://127.0.0.1:8787",
  )
})

it('names the peer that a project outside lacks', ({ expect }) => {
  const outside = scratchFolder()
  writeFileSync(join(outside, 'package.json'), '{}')

  expect(() => pactBinary(outside)).toThrow(
    `Verifying pacts needs the optional peer @pact-foundation/pact-cli, which ${outside} does not have: npm install --save-dev @pact-foundation/pact-cli@18`,
  )
})

it('stops the verifier when it takes too long', async ({ expect }) => {
  const file = pactFile({ id: 'booking-get', status: 200 })
  const hanging = createServer(({ url }, response) => {
    if (url === '/_pact/state') response.end('{}')
    else hanging.emit('hangs', response)
  }).listen(0, '127.0.0.1')
  const left = once(hanging, 'hangs').then(([response]) => once(response, 'close'))
  await once(hanging, 'listening')
  const address = hanging.address()
  const port = typeof address === 'object' ? address?.port : undefined

  const verified = verifyPact({ files: [file], url: `http://127.0.0.1:${port}`, timeoutMs: 1000 })

  await expect(verified).rejects.toThrow(`The verifier did not finish ${file} in 1 s.`)
  await left
  hanging.closeAllConnections()
  hanging.close()
})
