import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { runSequence } from '../../src/sequence/run-sequence.ts'
import { sequences } from '../../src/sequence/sequences.ts'
import { startStub } from '../../src/stub/start-stub.ts'
import { send } from './send.ts'

const wrong = buildRequest('booking-conflict-409', { headers: { 'X-Request-Id': undefined } })

it('finds violations though it is not strict, and leaves the answer to the sandbox', async ({
  expect,
}) => {
  await using stub = await startStub()

  const refused = await send(stub, wrong)
  const answered = await send(
    stub,
    buildRequest('booking-accepted', { headers: { Accept: '*/*' } }),
  )

  expect([refused.status, answered.status]).toEqual([400, 200])
  expect(stub.violations().map(({ text }) => text)).toEqual([
    `contract violation: POST /$process-message
  1. header X-Request-Id
     - expected a UUID
     + received absent
     # http/x-request-id: BaRS Core, "HTTP headers"`,
    expect.stringContaining('1. header Accept » version'),
  ])
})

it('finds no fault with what the 111-ED state table refuses', async ({ expect }) => {
  await using stub = await startStub()

  for (const { id } of sequences) await runSequence(id, stub.url)

  expect(stub.violations()).toEqual([])
})

it('changes the state for a request that has violations and can be acted on', async ({
  expect,
}) => {
  await using stub = await startStub()
  const headers = { 'use-context': undefined }

  await send(stub, buildRequest('111-ed-book-initial', { headers }))

  expect([await stub.sandbox.state('A1001'), stub.violations().length]).toEqual([
    'appointment-booked',
    1,
  ])
})

it('remembers a violation once where the scenario is not selected either', async ({ expect }) => {
  await using stub = await startStub({ scenario: 'booking-conflict-409' })

  await send(stub, wrong)

  expect(stub.violations().map(({ violations }) => violations.map(({ where }) => where))).toEqual([
    ['header X-Request-Id'],
  ])
})

it('judges what its sandbox is asked in this process too', async ({ expect }) => {
  await using stub = await startStub({ strict: true })

  const { status } = await stub.sandbox.fetch(new Request(`${stub.fhirUrl}/metadata`))

  expect([status, stub.violations().length]).toEqual([400, 1])
})
