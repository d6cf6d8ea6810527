import { it } from 'vitest'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, type TestRequest, toRequest } from '../../support/sandbox.ts'

// What a browser must be told of every answer: it may hold what was sent, or what a patient is.
const SAFE = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const safetyOf = ({ headers }: Response) =>
  Object.fromEntries(Object.keys(SAFE).map((name) => [name, headers.get(name)]))

const plain = (method: string, path: string, body?: string): TestRequest => ({
  method,
  path: `/../../..${path}`,
  headers: {},
  body,
})

// biome-ignore format: a table reads by column
const ASKED: readonly (readonly [status: number, what: string, request: TestRequest])[] = [
  [200, 'a message taken',                     requestOf('booking-accepted')],
  [200, 'a search by patient',                 requestOf('booking-accepted-search')],
  [400, 'an id that was left out',             requestOf('booking-get', { path: '/Appointment/' })],
  [200, 'a search',                            requestOf('slot-free')],
  [200, 'metadata',                            requestOf('capability-any-service')],
  [400, 'a request without a message id',      requestOf('slot-free', { headers: { 'X-Request-Id': undefined } })],
  [404, 'a path that the API does not have',   requestOf('slot-free', { path: '/nothing' })],
  [405, 'a wrong verb',                        requestOf('slot-free', { method: 'PATCH' })],
  [409, 'a scenario that refuses',             requestOf('booking-conflict-409')],
  [413, 'a message that is too long',          requestOf('booking-accepted', { headers: { 'Content-Length': '600000' } })],
  [204, 'a preflight',                         requestOf('slot-free', { method: 'OPTIONS' })],
  [404, 'a path that nobody has',              plain('GET', '/nothing')],
  [404, 'a space that can be none',            plain('GET', '/s/-/x')],
  [200, 'its health',                          plain('GET', '/_ping')],
  [405, 'a wrong verb for its health',         plain('POST', '/_status')],
  [200, 'the scenarios',                       plain('GET', '/_sandbox/scenarios')],
  [200, 'the message of a scenario',           plain('GET', '/_sandbox/scenarios/booking-accepted/message')],
  [404, 'a scenario that is none',             plain('GET', '/_sandbox/scenarios/x')],
  [404, 'a path of the control plane',         plain('GET', '/_sandbox/x')],
  [200, 'an organisation',                     plain('GET', '/_sandbox/organisations/A1001')],
  [204, 'a reset',                             plain('DELETE', '/_sandbox/organisations/A1001')],
  [400, 'an ODS code that is none',            plain('GET', '/_sandbox/organisations/x')],
  [400, 'a state that is none',                plain('PUT', '/_sandbox/organisations/A1001/state', '{}')],
  [200, 'the services',                        plain('GET', '/_sandbox/services')],
  [415, 'a message to validate that is none',  plain('POST', '/_sandbox/validate', '{}')],
  [405, 'a wrong verb for validation',         plain('GET', '/_sandbox/validate')],
  [200, 'a provider state',                    plain('POST', '/_pact/state', '{"state":""}')],
  [400, 'a provider state that is none',       plain('POST', '/_pact/state', '{"state":"x"}')],
  [404, 'a path beside the provider states',   plain('GET', '/_pact/x')],
]

for (const [status, what, request] of ASKED) {
  it(`tells a browser to keep, guess and show nothing of the answer to ${what}`, async ({
    expect,
  }) => {
    const response = await createSandbox().request(toRequest(request))

    expect({ status: response.status, ...safetyOf(response) }).toEqual({ status, ...SAFE })
  })
}
