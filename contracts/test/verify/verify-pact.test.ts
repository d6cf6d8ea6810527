import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it, onTestFinished, vi } from 'vitest'
import { junitFaults } from '../../../test/support/junit-schema.ts'
import { startStub, verifyPact } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { pactFile } from './pact-file.ts'

const SCHEMA = readFileSync('test/fixtures/junit.xsd', 'utf8')

it('passes a pact that the sandbox keeps', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-conflict-409', status: 409, body: { resourceType: 'OperationOutcome' } },
    { id: 'booking-get', status: 200, body: { resourceType: 'Appointment', status: 'booked' } },
  )

  const verified = await verifyPact({ files: [file] })

  expect(verified).toEqual({
    ok: true,
    interactions: [
      {
        file,
        description: 'booking-conflict-409',
        ok: true,
        mismatches: [],
        seconds: expect.any(Number),
      },
      { file, description: 'booking-get', ok: true, mismatches: [], seconds: expect.any(Number) },
    ],
  })
})

it('tells each interaction that fails, and why', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-conflict-409', status: 200 },
    { id: 'booking-get', status: 201, body: { resourceType: 'Slot', status: 'free', id: '1' } },
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
        seconds: expect.any(Number),
      },
      {
        file,
        description: 'booking-get',
        ok: false,
        mismatches: [
          "$.id: Expected 'ce1c4ced-2a84-4198-9982-9caf894d0bb7' (String) to be equal to '1' (String)",
          "$.resourceType: Expected 'Appointment' (String) to be equal to 'Slot' (String)",
          "$.status: Expected 'booked' (String) to be equal to 'free' (String)",
          'status: expected 201 but was 200',
        ],
        seconds: expect.any(Number),
      },
      {
        file,
        description: 'booking-cancelled',
        ok: true,
        mismatches: [],
        seconds: expect.any(Number),
      },
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
        seconds: expect.any(Number),
      },
    ],
  })
})

it('reaches a sandbox on this machine though the environment has proxies', async ({ expect }) => {
  const proxies = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'HTTPS_PROXY']
  for (const name of proxies) vi.stubEnv(name, 'http://127.0.0.1:1')
  vi.stubEnv('NO_PROXY', 'elsewhere.example')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  await using stub = await startStub()
  const files = [pactFile({ id: 'booking-get', status: 200 })]

  const verified = [await verifyPact({ files }), await verifyPact({ files, url: stub.url })]

  expect(verified.map(({ ok }) => ok)).toEqual([true, true])
})

it('writes a JUnit report', async ({ expect }) => {
  const file = pactFile(
    { id: 'booking-get', status: 200 },
    { id: 'booking-cancelled', status: 200, body: { id: '<&"' } },
  )
  const junit = join(scratchFolder(), 'verify.xml')

  await verifyPact({ files: [file], junit })

  const why =
    "$.id: Expected '0ba25002-0000-4000-8000-000000000001' (String) to be equal to '&lt;&amp;&quot;' (String)"
  const xml = readFileSync(junit, 'utf8')
  expect(await junitFaults(xml, SCHEMA)).toEqual([])
  expect(xml.replace(/ time(?:stamp)?="[^"]*"/g, '')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${file}" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="${file}" name="booking-get"/>
    <testcase classname="${file}" name="booking-cancelled">
      <failure type="mismatch" message="${why}">${why}</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})
