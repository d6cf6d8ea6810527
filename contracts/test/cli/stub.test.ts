import { once } from 'node:events'
import { connect } from 'node:net'
import { it } from 'vitest'
import { type BuiltRequest, buildRequest } from '../../src/index.ts'
import { cli } from './captured.ts'
import { runStub } from './run-stub.ts'

const send = async (base: string, request: BuiltRequest): Promise<number> => {
  const { method, path, headers, body } = request
  const answer = await fetch(base + path, {
    method,
    headers: { ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  await answer.text()
  return answer.status
}

const conflict = buildRequest('booking-conflict-409')

it('serves the sandbox, prints each request, and exits 0 when interrupted', async ({ expect }) => {
  const { url, stop } = await runStub('--exit-on-violation')

  const status = await send(url, conflict)
  const [exit, out] = await stop('SIGINT')

  expect(status).toBe(409)
  expect(out).toBe(
    `POST /booking-and-referral/FHIR/R4/$process-message 409 booking-conflict-409
0 requests had violations
`,
  )
  expect(exit).toBe(0)
})

it('refuses what violates the rules when strict, and exits 1 in the end if asked to', async ({
  expect,
}) => {
  const { url, stop } = await runStub('--strict', '--exit-on-violation')

  const status = await send(url, {
    ...conflict,
    headers: { ...conflict.headers, 'X-Request-Id': '1' },
  })
  const [exit, out] = await stop('SIGTERM')

  expect(status).toBe(400)
  expect(out).toBe(
    `POST /booking-and-referral/FHIR/R4/$process-message 400
contract violation: POST /$process-message
  1. header X-Request-Id
     - expected a UUID
     + received '1'
     # http/x-request-id: BaRS Core, "HTTP headers"
1 request had violations
`,
  )
  expect(exit).toBe(1)
})

it('tells of violations though it is not strict, and counts those that are forgotten', async ({
  expect,
}) => {
  const { url, stop } = await runStub('--exit-on-violation')
  const origin = new URL(url).origin

  const statuses = [
    await send(url, { ...conflict, headers: {} }),
    await send(origin, conflict),
    (await fetch(`${origin}/_sandbox/violations`, { method: 'DELETE' })).status,
  ]
  const [exit, out] = await stop('SIGTERM')

  expect([...statuses, exit]).toEqual([400, 404, 204, 1])
  expect(out.match(/^(?!contract| ).+/gm)).toEqual([
    'POST /booking-and-referral/FHIR/R4/$process-message 400',
    'POST /$process-message 404',
    'DELETE /_sandbox/violations 204',
    '2 requests had violations',
  ])
  expect(out.match(/^contract violation: .*/gm)?.length).toBe(2)
})

it('tells of requests that do not choose the scenario named', async ({ expect }) => {
  const { url, stop } = await runStub('--scenario', 'booking-not-found-404')

  const status = await send(url, conflict)
  const [exit, out] = await stop('SIGTERM')

  expect([status, exit]).toEqual([409, 0])
  expect(out).toContain("contract violation in scenario 'booking-not-found-404': ")
})

it('prints warnings too, and counts them and what is ignored', async ({ expect }) => {
  const { url, stop } = await runStub('--ignore', 'http/accept.version', '--exit-on-violation')
  const { headers } = conflict
  const doubtful = { 'use-context': 'A1T1|booked|booking-request|new', Accept: '*/*' }

  const status = await send(url, { ...conflict, headers: { ...headers, ...doubtful } })
  const [exit, out] = await stop('SIGTERM')

  expect([status, exit]).toEqual([409, 0])
  expect(out).toBe(`POST /booking-and-referral/FHIR/R4/$process-message 409 booking-conflict-409
no contract violation: POST /$process-message
worth mending, though a Receiver may accept it:
  1. header use-context
     - expected use case a1t1
     + received 'A1T1|booked|booking-request|new'
     ? codes are case-sensitive
     # http/use-context.case: BaRS Core, "HTTP headers"
ignored, as asked: 1 more
0 requests had violations, 1 had warnings, 1 finding ignored, as asked
`)
})

it('prints what is wrong with bytes that are no request', async ({ expect }) => {
  const { url, stop } = await runStub()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')

  socket.end('GET / HTTP/1.1\r\nNHSD-Target-Identifier: eyJz\neXN0ZW0=\r\n\r\n')
  await once(socket.resume(), 'close')
  const [, out] = await stop('SIGTERM')

  expect(out).toBe(
    `(unreadable) 400
contract violation: a request that cannot be read
  1. the headers
     - expected each header on one line
     + received a header that is broken into lines, or a line that is no header
     ? base64 of some tools has line breaks: base64 | tr -d '\\n' takes them out
     # http/readable: RFC 9112 §5
1 request had violations
`,
  )
})

it('exits 2 when the port is none, or is taken', async ({ expect }) => {
  const { url } = await runStub()
  const { port } = new URL(url)

  const none = await cli('stub', '--port', '70000')
  const taken = await cli('stub', '--port', port)

  expect([none.exit, taken.exit]).toEqual([2, 2])
  expect(none.err).toContain("'70000' is no port: expected a number from 0 to 65535.")
  expect(taken.err).toContain(`Port ${port} of 127.0.0.1 is in use.`)
})

it('exits 2 and suggests when there is no such rule to ignore', async ({ expect }) => {
  const { exit, err } = await cli('stub', '--ignore', 'http/use-contexts')

  expect(exit).toBe(2)
  expect(err).toContain(
    "There is no rule 'http/use-contexts' to ignore. Did you mean http/use-context, ",
  )
})

it('exits 2 and suggests when there is no such scenario', async ({ expect }) => {
  const { exit, err } = await cli('stub', '--scenario', 'booking-conflict')

  expect(exit).toBe(2)
  expect(err).toContain('Did you mean booking-conflict-409, ')
})
