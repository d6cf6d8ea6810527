import { it } from 'vitest'
import { edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { startStub } from '../../src/stub/start-stub.ts'
import { send } from './send.ts'

const REASONS = 'https://fhir.nhs.uk/CodeSystem/message-reason-bars'

const wrong = buildRequest('booking-conflict-409', {
  headers: { 'X-Request-Id': '1', 'use-context': undefined },
})

it('answers what is right as the sandbox does', async ({ expect }) => {
  await using stub = await startStub({ strict: true })

  const response = await send(stub, buildRequest('booking-conflict-409'))

  expect(response.headers.get('Sandbox-Scenario')).toBe('booking-conflict-409')
  expect(stub.violations()).toEqual([])
})

it('answers as strict handling does, with an issue for each violation', async ({ expect }) => {
  await using stub = await startStub({ strict: true })

  const response = await send(stub, wrong)

  const issue = (code: string, diagnostics: string) => ({
    severity: 'error',
    code,
    details: {
      coding: [
        {
          system: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
          code: 'SEND_BAD_REQUEST',
          display: '400 - SEND_BAD_REQUEST',
        },
      ],
    },
    diagnostics,
  })
  expect([response.status, response.headers.get('Content-Type')]).toEqual([
    400,
    'application/fhir+json',
  ])
  expect(response.headers.get('X-Correlation-Id')).toBe(wrong.headers['X-Correlation-Id'])
  expect(await response.json()).toEqual({
    resourceType: 'OperationOutcome',
    meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
    issue: [
      issue('value', "header X-Request-Id: received '1'; expected a UUID."),
      issue(
        'required',
        "header use-context: received absent; expected 'a1t1|booked|booking-request|new' (it repeats what the message says).",
      ),
    ],
  })
})

it('says which element of the message is at fault', async ({ expect }) => {
  await using stub = await startStub({ strict: true })
  const request = buildRequest('booking-accepted')

  const response = await send(stub, { ...request, body: { ...request.body, timestamp: undefined } })

  expect(await response.json()).toMatchObject({
    issue: [
      {
        code: 'invariant',
        details: { coding: [{ code: 'REC_BAD_REQUEST' }] },
        expression: ['Bundle.timestamp'],
      },
    ],
  })
})

it('remembers violations, and tells of them over HTTP until it is told to forget', async ({
  expect,
}) => {
  await using stub = await startStub({ strict: true })
  const url = `${stub.url}/_sandbox/violations`
  await send(stub, wrong)

  const told = await (await fetch(url)).json()
  const forgotten = await fetch(url, { method: 'DELETE' })
  const other = await fetch(url, { method: 'PUT' })

  expect(told).toEqual({
    violations: [
      {
        ok: false,
        violations: [
          expect.objectContaining({ where: 'header X-Request-Id' }),
          expect.objectContaining({ where: 'header use-context' }),
        ],
        warnings: [],
        text: expect.stringMatching(/^contract violation: POST \/\$process-message\n/),
      },
    ],
    warnings: [],
  })
  expect([forgotten.status, stub.violations(), other.status]).toEqual([204, [], 405])
})

it('lets no page of another origin read its violations, and no browser keep them', async ({
  expect,
}) => {
  await using stub = await startStub()

  for (const method of ['GET', 'DELETE', 'PUT']) {
    const { headers } = await fetch(`${stub.url}/_sandbox/violations`, { method })

    expect([headers.get('Cache-Control'), headers.get('X-Content-Type-Options')]).toEqual([
      ...['no-store', 'nosniff'],
    ])
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false)
  }
})

it('tells of the violations of each space by itself, and forgets them likewise', async ({
  expect,
}) => {
  await using stub = await startStub()
  const spaces = ['', '/s/ci-1', '/s/ci-2']
  const violationsIn = async (space: string): Promise<number> => {
    const told = await (await fetch(`${stub.url}${space}/_sandbox/violations`)).text()
    return JSON.parse(told).violations.length
  }
  const told = () => Promise.all(spaces.map(violationsIn))

  for (const space of ['', '/s/ci-1', '/s/ci-2', '/s/ci-2']) {
    await send({ fhirUrl: stub.fhirUrl.replace(stub.url, stub.url + space) }, wrong)
  }
  const before = await told()
  const all = stub.violations().length
  await fetch(`${stub.url}/s/ci-2/_sandbox/violations`, { method: 'DELETE' })
  const then = await told()
  await fetch(`${stub.url}/_sandbox/violations`, { method: 'DELETE' })

  expect([before, all, then, await told(), stub.violations().length]).toEqual([
    [1, 1, 2],
    4,
    [1, 1, 0],
    [0, 1, 0],
    1,
  ])
})

it('changes no state for a request that has violations', async ({ expect }) => {
  await using stub = await startStub({ strict: true })
  const headers = { 'use-context': undefined }

  await send(stub, buildRequest('111-ed-book-initial', { headers }))

  expect(await stub.sandbox.state('A1001')).toBe('initial')
})

it('lets a browser ask whether it may send', async ({ expect }) => {
  await using stub = await startStub({ strict: true })

  const { status } = await fetch(`${stub.fhirUrl}/metadata`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://sender.example', 'Access-Control-Request-Method': 'GET' },
  })

  expect([status, stub.violations()]).toEqual([204, []])
})

it('answers to a wrong element as the sandbox does', async ({ expect }) => {
  await using stub = await startStub({ strict: true })
  const { path, headers, body } = buildRequest('booking-conflict-409')
  const twice = { 'MessageHeader.reason.coding.1': { system: REASONS, code: 'update' } }

  const response = await fetch(stub.fhirUrl + path, {
    method: 'POST',
    headers: { ...headers },
    body: JSON.stringify(edited(body, twice)),
  })

  expect(await response.json()).toMatchObject({
    issue: [{ code: 'invariant', expression: ['MessageHeader.reason'] }],
  })
})
