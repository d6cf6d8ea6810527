import { spawnSync } from 'node:child_process'
import { request as httpRequest } from 'node:http'
import { it } from 'vitest'
import { type BuiltRequest, buildRequest } from '../../src/build-request.ts'
import { scenarios } from '../../src/scenario.ts'
import { startStub } from '../../src/stub/start-stub.ts'
import { send } from './send.ts'

it('is the sandbox: answers each scenario over HTTP, and finds no fault', async ({ expect }) => {
  await using stub = await startStub()

  const answers = []
  for (const { id, given } of scenarios) {
    for (const state of given) await stub.sandbox.setState('A1001', state)
    const { status, headers } = await send(stub, buildRequest(id))
    answers.push([status, headers.get('Sandbox-Scenario')])
  }

  expect(answers).toEqual(scenarios.map(({ id, status }) => [status, id]))
  expect(stub.violations()).toEqual([])
})

it('listens on this machine alone, and says where', async ({ expect }) => {
  await using stub = await startStub()

  expect(stub.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(stub.fhirUrl).toBe(`${stub.url}/booking-and-referral/FHIR/R4`)
})

it('listens on the port that is named, and says when it is in use', async ({ expect }) => {
  await using first = await startStub()
  const port = Number(new URL(first.url).port)

  const second = startStub({ port })

  await expect(second).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is in use. Name another, or 0 for any that is free.`,
  )
})

it('begins the conversations of organisations as it is told', async ({ expect }) => {
  await using stub = await startStub({ odsState: { B2002: 'appointment-booked' } })
  const book = (odsCode: string) => send(stub, buildRequest('111-ed-book-initial', { odsCode }))

  const statuses = [(await book('B2002')).status, (await book('C3003')).status]

  expect(statuses).toEqual([409, 200])
})

it('remembers the requests to the FHIR API, and no others', async ({ expect }) => {
  await using stub = await startStub()
  const request = buildRequest('booking-conflict-409')

  await fetch(`${stub.url}/_ping`)
  await fetch(`${stub.url}/metadata`)
  await send(stub, request)
  const seen = stub.requests()

  expect(seen).toEqual([
    {
      method: 'POST',
      path: '/$process-message',
      headers: expect.objectContaining({ 'x-request-id': request.headers['X-Request-Id'] }),
      body: JSON.stringify(request.body),
      status: 409,
      scenario: 'booking-conflict-409',
    },
  ])
})

it('shares nothing with another stub', async ({ expect }) => {
  await using one = await startStub()
  await using other = await startStub()
  await send(one, buildRequest('111-ed-book-initial'))

  const { status } = await send(other, buildRequest('111-ed-book-initial'))

  expect([status, other.requests().length]).toEqual([200, 1])
})

it('closes though a client keeps its socket', async ({ expect }) => {
  const stub = await startStub()
  await send(stub, buildRequest('slot-free'))

  await stub.close()

  await expect(fetch(stub.url)).rejects.toThrow('fetch failed')
})

it('lets a process end that has nothing else to do', async ({ expect }) => {
  const source = `
    import { startStub } from './contracts/src/index.ts'
    const { url } = await startStub()
    const { status } = await fetch(url + '/_ping')
    console.log(status)
  `
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
    timeout: 20_000,
  })

  expect([status, stdout]).toEqual([0, '200\n'])
})

it('answers 413 to a body that is too long, however it comes', async ({ expect }) => {
  await using stub = await startStub()
  const { headers }: BuiltRequest = buildRequest('booking-accepted')
  const chunk = new Uint8Array(64 * 1024).fill(32)
  const body = ReadableStream.from(Array.from({ length: 64 }, () => chunk))

  const response = await fetch(`${stub.fhirUrl}/$process-message`, {
    method: 'POST',
    headers: { ...headers },
    body,
    duplex: 'half',
  })

  expect(response.status).toBe(413)
  expect(stub.violations().map(({ text }) => text)).toEqual([
    `contract violation: POST /$process-message
  1. body
     - expected at most 512 KiB
     + received more than 512 KiB
     # bundle/body: BaRS Core, "Message Bundle"`,
  ])
})

it('answers 400 to a method that no sandbox has', async ({ expect }) => {
  await using stub = await startStub()

  const status = await new Promise((resolve, reject) => {
    httpRequest(stub.url, { method: 'TRACE' }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end()
  })

  expect(status).toBe(400)
  expect(stub.violations().map(({ text }) => text)).toEqual([
    `contract violation: a request that cannot be read
  1. the request
     - expected a method of the FHIR API, a host and a path
     + received a method such as TRACE, or a Host or path that can be none
     # http/readable: RFC 9112 §5`,
  ])
})

it('refuses what it cannot be told', async ({ expect }) => {
  // @ts-expect-error: not an id.
  await expect(startStub({ scenario: 'booking-conflict' })).rejects.toThrow(/Did you mean/)
  await expect(startStub({ odsState: { '?': 'initial' } })).rejects.toThrow(/not an ODS code/)
  // @ts-expect-error: not a state.
  await expect(startStub({ odsState: { B2002: 'booked' } })).rejects.toThrow(
    new RangeError("'booked' is not a state: initial, appointment-booked, referral-created."),
  )
})

for (const port of [65_536, -1, 80.5, 'abc', '8787']) {
  it(`refuses ${typeof port} ${port} for a port`, async ({ expect }) => {
    // @ts-expect-error: a port is a number.
    const stub = startStub({ port })

    await expect(stub).rejects.toThrow(
      new RangeError(`'${port}' is not a port: a whole number from 0 to 65535.`),
    )
  })
}
