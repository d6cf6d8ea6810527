import { it } from 'vitest'
import { targetHeader } from '../../../src/examples/example.ts'
import { type Changes, requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

// Every test target of the official Sandbox, with the answer that its routes and its tests have.
// biome-ignore format: a table reads by column
const TARGETS = [
  ['NHS0001-400',   400, 'REC_BAD_REQUEST',          'invalid'],
  ['NHS0001-400-1', 400, 'REC_BAD_REQUEST',          'invariant'],
  ['NHS0001-400-2', 400, 'REC_BAD_REQUEST',          'not-supported'],
  ['NHS0001-401',   401, 'REC_UNAUTHORIZED',         'security'],
  ['NHS0001-403',   403, 'REC_FORBIDDEN',            'forbidden'],
  ['NHS0001-406',   406, 'SEND_NOT_ACCEPTABLE',      'processing'],
  ['NHS0001-408',   408, 'REC_TIMEOUT',              'timeout'],
  ['NHS0001-409',   409, 'REC_CONFLICT',             'duplicate'],
  ['NHS0001-422',   422, 'REC_UNPROCESSABLE_ENTITY', 'processing'],
  ['NHS0001-500',   500, 'REC_SERVER_ERROR',         'exception'],
  ['NHS0001-500-1', 500, 'REC_SERVER_ERROR',         'exception'],
  ['NHS0001-500-2', 500, 'REC_SERVER_ERROR',         'no-store'],
  ['NHS0001-501',   501, 'REC_NOT_IMPLEMENTED',      'not-supported'],
  ['NHS0001-503',   503, 'REC_SERVICE_UNAVAILABLE',  'transient'],
  ['NHS0001-504',   408, 'REC_TIMEOUT',              'timeout'],
] as const

/** What the official Sandbox's own tests ask: no service, and one bound that is no BaRS time. */
const OFFICIAL = '/Slot?healthcareService=x&status=free&start=2026-11-27T10:00:00&_include=Schedule'

// biome-ignore format: a table reads by column
const ASKED: readonly (readonly [title: string, id: string, changes: Changes])[] = [
  ['a search that is right',             'slot-free',        {}],
  ["the official Sandbox's own query",   'slot-free',        { path: OFFICIAL }],
  ['a request without a message id',     'slot-free',        { headers: { 'X-Request-Id': undefined } }],
  ['a message id that is no UUID',       'slot-free',        { headers: { 'X-Correlation-Id': '1' } }],
  ['an organisation that is no base64',  'slot-free',        { headers: { 'NHSD-End-User-Organisation': '?' } }],
  ['another verb',                       'slot-free',        { method: 'PUT' }],
  ['a path that nobody has',             'slot-free',        { path: '/Nothing' }],
  ['a path that does not decode',        'slot-free',        { path: '/Slot?start=%ZZ' }],
  ['XML',                                'slot-free',        { headers: { Accept: 'application/fhir+xml' } }],
  ['an id that is no UUID',              'booking-get',      { path: '/Appointment/1' }],
  ['a message without an organisation',  'booking-accepted', { headers: { 'NHSD-End-User-Organisation': undefined } }],
  ['a message in plain text',            'booking-accepted', { headers: { 'Content-Type': 'text/plain' } }],
  ['a message that is too long',         'booking-accepted', { headers: { 'Content-Length': '600000' } }],
  ['a message that is no JSON',          'booking-accepted', { body: '?' }],
  ['metadata',                           'capability-any-service', {}],
]

const askedOf = (target: string, id: string, changes: Changes) =>
  requestOf(id, {
    ...changes,
    headers: { ...changes.headers, 'NHSD-Target-Identifier': targetHeader('tests', target) },
  })

for (const [value, status, code, issue] of TARGETS) {
  for (const [title, id, changes] of ASKED) {
    it(`answers ${status} ${code} ${issue} where ${value} is asked for ${title}`, async ({
      expect,
    }) => {
      const request = toRequest(askedOf(value, id, changes))

      const response = await createSandbox().request(request)

      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({
        issue: [{ code: issue, details: { coding: [{ code }] } }],
      })
    })
  }
}

it('answers OPTIONS to a test target as to any other', async ({ expect }) => {
  const request = askedOf('NHS0001-500', 'slot-free', { method: 'OPTIONS' })

  const response = await createSandbox().request(toRequest(request))

  expect(response.status).toBe(204)
})

// What the official Sandbox has not is no test target; one that fails nothing is any service.
const CHECKED = [
  ['NHS0001-400-3', {}, 404, 'PROXY_NOT_FOUND'],
  ['NHS0001', { path: '/Slot' }, 400, 'REC_BAD_REQUEST'],
  ['NHS0001', { headers: { 'X-Request-Id': undefined } }, 400, 'SEND_BAD_REQUEST'],
] as const satisfies readonly (readonly [string, Changes, number, string])[]

for (const [value, changes, status, code] of CHECKED) {
  it(`answers ${status} ${code} where ${value} is asked with ${Object.keys(changes)} changed`, async ({
    expect,
  }) => {
    const request = toRequest(askedOf(value, 'slot-free', changes))

    const response = await createSandbox().request(request)

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ issue: [{ details: { coding: [{ code }] } }] })
  })
}
