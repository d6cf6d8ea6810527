import { it } from 'vitest'
import { edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { startStub } from '../../src/stub/start-stub.ts'
import { send } from './send.ts'

it('answers a request that selects another scenario, and remembers that it does', async ({
  expect,
}) => {
  await using stub = await startStub({ scenario: 'booking-conflict-409' })

  const response = await send(stub, buildRequest('booking-accepted'))

  expect(response.status).toBe(200)
  expect(stub.violations().map(({ text }) => text)).toEqual([
    `contract violation in scenario 'booking-conflict-409': POST /$process-message
  1. Bundle.entry[2].resource.identifier(nhs-number)
     - expected 9933902830 or 9658499023
     + received 9054613556
     ? sentinel that selects this scenario; this one selects booking-accepted
     # scenario/sentinel: the scenario`,
  ])
})

it('remembers a request that no rule forbids and another scenario answers', async ({ expect }) => {
  await using stub = await startStub({ scenario: '111-ed-refer-linked-appointment-booked' })
  const { body, ...request } = buildRequest('111-ed-refer-linked-appointment-booked')
  const elsewhere = 'Appointment/00000000-0000-4000-8000-00000000dead'

  const { status } = await send(stub, {
    ...request,
    body: Object(edited(body, { 'ServiceRequest.supportingInfo.0.reference': elsewhere })),
  })

  expect(status).toBe(409)
  expect(stub.violations().map(({ text }) => text)).toEqual([
    `contract violation in scenario '111-ed-refer-linked-appointment-booked': POST /$process-message
  1. scenario
     - expected 111-ed-refer-linked-appointment-booked
     + received 111-ed-refer-mislinked-appointment-booked
     ? plant 9707606312 or 9728928254 in Patient.identifier
     # scenario/answer: the scenario`,
  ])
})

it('remembers a request that is too deep for its numbers', async ({ expect }) => {
  await using stub = await startStub({ scenario: 'booking-conflict-409' })
  const request = buildRequest('booking-conflict-409')
  // Deeper than the parser goes that keeps 1.50 as it was sent.
  const deep = `"deep":${'['.repeat(20_000)}${']'.repeat(20_000)},"number":1.50`

  const { status } = await fetch(`${stub.fhirUrl}${request.path}`, {
    method: request.method,
    headers: { ...request.headers },
    body: JSON.stringify(request.body).replace('{', `{${deep},`),
  })

  expect(status).toBe(400)
  expect(stub.violations().map(({ text }) => text)).toEqual([
    `contract violation in scenario 'booking-conflict-409': POST /$process-message
  1. body (line 1, column 45491)
     - expected at most 64 levels
     + received JSON nested too deeply
     # bundle/body: BaRS Core, "Message Bundle"`,
  ])
})

it('answers 400 to it when it is strict', async ({ expect }) => {
  await using stub = await startStub({ scenario: 'booking-conflict-409', strict: true })

  const response = await send(stub, buildRequest('booking-accepted'))

  expect(response.status).toBe(400)
  expect(stub.violations()).toMatchObject([
    { violations: [{ where: 'Bundle.entry[2].resource.identifier(nhs-number)' }] },
  ])
})

it('puts each organisation into the state that the scenario begins with', async ({ expect }) => {
  await using stub = await startStub({ scenario: '111-ed-refer-linked-appointment-booked' })
  const refer = (odsCode: string, space: string) =>
    send(
      { fhirUrl: stub.fhirUrl.replace(stub.url, stub.url + space) },
      buildRequest('111-ed-refer-linked-appointment-booked', { odsCode }),
    )

  const answers = [
    await refer('A1001', ''),
    await refer('A1001', ''),
    await refer('B2002', '/s/ci-1'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(stub.violations()).toEqual([])
})

it('judges what is for other endpoints by the rules alone, strict or not', async ({ expect }) => {
  await using stub = await startStub({ scenario: 'booking-conflict-409', strict: true })
  const before = ['capability-any-service', 'message-definition-any-service', 'slot-free'] as const

  const answers = []
  for (const id of [...before, 'booking-conflict-409'] as const) {
    const { status, headers } = await send(stub, buildRequest(id))
    answers.push([status, headers.get('Sandbox-Scenario')])
  }
  const wrong = await send(stub, buildRequest('slot-free', { headers: { Accept: undefined } }))

  expect(answers).toEqual([
    [200, 'capability-any-service'],
    [200, 'message-definition-any-service'],
    [200, 'slot-free'],
    [409, 'booking-conflict-409'],
  ])
  expect(wrong.status).toBe(400)
  expect(stub.violations().map(({ text }) => text)).toEqual([
    expect.stringMatching(/^contract violation: GET \/Slot\n {2}1\. header Accept » version\n/),
  ])
})

it('judges what is for no endpoint as if it were for the scenario', async ({ expect }) => {
  await using stub = await startStub({ scenario: 'booking-conflict-409' })

  await send(stub, { ...buildRequest('booking-conflict-409'), path: '/process-message' })

  expect(stub.violations()).toMatchObject([
    { violations: [{ where: 'path', expected: 'POST /$process-message' }] },
  ])
})
