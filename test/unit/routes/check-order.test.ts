import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { type Changes, requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

// A request wrong in two places is told of the one that is checked first, and what a test target is
// asked of none (test-targets.test.ts): X-ids, target,
// organisation, method and path, Accept, Content-Type, size, body or parameters, sentinel.

const BAD_ID = { 'X-Request-Id': 'one' }
const NO_ORGANISATION = { 'NHSD-End-User-Organisation': undefined }
const BAD_ORGANISATION = { 'NHSD-End-User-Organisation': '?' }
const NO_TARGET = { 'NHSD-Target-Identifier': undefined }
const BAD_TARGET = { 'NHSD-Target-Identifier': '?' }
const UNKNOWN_TARGET = { 'NHSD-Target-Identifier': btoa('{"system":"tests","value":"x"}') }
const XML = { Accept: 'application/fhir+xml' }
const PLAIN = { 'Content-Type': 'text/plain' }
const LONG = { 'Content-Length': '600000' }

const ID_VALUE = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'value' } as const
const REQUIRED = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' } as const
const STRUCTURE = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'structure' } as const
const TARGET = { status: 400, code: 'PROXY_BAD_REQUEST', issue: 'structure' } as const
const NOT_FOUND = { status: 404, code: 'PROXY_NOT_FOUND', issue: 'not-found' } as const
const VERB = { status: 405, code: 'REC_METHOD_NOT_ALLOWED', issue: 'not-supported' } as const
const ACCEPT = { status: 406, code: 'SEND_NOT_ACCEPTABLE', issue: 'processing' } as const
const TYPE = { status: 415, code: 'SEND_BAD_REQUEST', issue: 'not-supported' } as const
const SIZE = { status: 413, code: 'SEND_BAD_REQUEST', issue: 'too-long' } as const
const BODY = { status: 400, code: 'REC_BAD_REQUEST', issue: 'structure' } as const
const MISSING = { status: 400, code: 'REC_BAD_REQUEST', issue: 'required' } as const

const message = (headers: Changes['headers'] = {}, changes: Changes = {}) =>
  requestOf('booking-accepted', { headers, ...changes })
const search = (headers: Changes['headers'] = {}, changes: Changes = {}) =>
  requestOf('slot-free', { headers, ...changes })

const TIMES_OUT = 'Schedule.actor:HealthcareService=2000081230'
const UNKNOWN_SERVICE = 'Schedule.actor:HealthcareService=1234567890'

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'a message id and the target are wrong', request: search({ ...BAD_ID, ...BAD_TARGET }), ...ID_VALUE },
  { title: 'a message id is wrong and the target missing', request: search({ ...BAD_ID, ...NO_TARGET }), ...ID_VALUE },
  { title: 'a message id and the path are wrong', request: search(BAD_ID, { path: '/Nothing' }), ...ID_VALUE },
  { title: 'a message id and the verb are wrong', request: search(BAD_ID, { method: 'PUT' }), ...ID_VALUE },
  { title: 'a message id and the body are wrong', request: message(BAD_ID, { body: '?' }), ...ID_VALUE },
  { title: 'a message id and Accept are wrong', request: search({ ...BAD_ID, ...XML }), ...ID_VALUE },
  { title: 'the target is missing and the organisation wrong', request: message({ ...NO_TARGET, ...BAD_ORGANISATION }), ...REQUIRED },
  { title: 'the target and the organisation are wrong', request: message({ ...BAD_TARGET, ...BAD_ORGANISATION }), ...TARGET },
  { title: 'the target is wrong and the organisation missing', request: message({ ...BAD_TARGET, ...NO_ORGANISATION }), ...TARGET },
  { title: 'the target is unknown and the organisation wrong', request: message({ ...UNKNOWN_TARGET, ...BAD_ORGANISATION }), ...NOT_FOUND },
  { title: 'the target and the path are wrong', request: search(BAD_TARGET, { path: '/Nothing' }), ...TARGET },
  { title: 'the target is unknown and the verb wrong', request: search(UNKNOWN_TARGET, { method: 'PUT' }), ...NOT_FOUND },
  { title: 'the target is unknown and the body wrong', request: message(UNKNOWN_TARGET, { body: '?' }), ...NOT_FOUND },
  { title: 'the organisation and the path are wrong', request: search(BAD_ORGANISATION, { path: '/Nothing' }), ...STRUCTURE },
  { title: 'the organisation and the verb are wrong', request: search(BAD_ORGANISATION, { method: 'PUT' }), ...STRUCTURE },
  { title: 'the organisation and Accept are wrong', request: search({ ...BAD_ORGANISATION, ...XML }), ...STRUCTURE },
  { title: 'the organisation of a message is missing and Accept wrong', request: message({ ...NO_ORGANISATION, ...XML }), ...REQUIRED },
  { title: 'the organisation of a message is missing and Content-Type wrong', request: message({ ...NO_ORGANISATION, ...PLAIN }), ...REQUIRED },
  { title: 'the organisation of a message is missing and the body too long', request: message({ ...NO_ORGANISATION, ...LONG }), ...REQUIRED },
  { title: 'the organisation of a message is missing and the body wrong', request: message(NO_ORGANISATION, { body: '?' }), ...REQUIRED },
  { title: 'the verb and Accept are wrong', request: search(XML, { method: 'PUT' }), ...VERB, allow: 'GET, HEAD' },
  { title: 'the verb and Content-Type are wrong', request: message(PLAIN, { method: 'PUT' }), ...VERB, allow: 'POST' },
  { title: 'the path and Accept are wrong', request: search(XML, { path: '/Nothing' }), ...NOT_FOUND },
  { title: 'Accept and Content-Type are wrong', request: message({ ...XML, ...PLAIN }), ...ACCEPT },
  { title: 'Accept is wrong and the body too long', request: message({ ...XML, ...LONG }), ...ACCEPT },
  { title: 'Accept and the body are wrong', request: message(XML, { body: '?' }), ...ACCEPT },
  { title: 'Accept and an id are wrong', request: requestOf('booking-get', { headers: XML, path: '/Appointment/1' }), ...ACCEPT },
  { title: 'Accept and a parameter are wrong', request: search(XML, { path: '/Slot' }), ...ACCEPT },
  { title: 'Content-Type is wrong and the body too long', request: message({ ...PLAIN, ...LONG }), ...TYPE },
  { title: 'Content-Type and the body are wrong', request: message(PLAIN, { body: '?' }), ...TYPE },
  { title: 'the body is too long and not JSON', request: message(LONG, { body: '?' }), ...SIZE },
  { title: 'the body is wrong and the patient is one whose message fails', request: requestOf('referral-server-error-500', { edits: { 'Bundle.type': 'batch' } }), ...BODY, expression: 'Bundle.type' },
  { title: 'a parameter is missing and the service is one that times out', request: search({}, { path: `/Slot?${TIMES_OUT}` }), ...MISSING },
  { title: 'a parameter is missing and the service unknown', request: search({}, { path: `/Slot?${UNKNOWN_SERVICE}` }), ...MISSING },
  { title: 'metadata is asked for in XML, without a target and with a message id that is wrong', request: requestOf('capability-any-service', { headers: { ...NO_TARGET, ...BAD_ID, ...XML } }), ...ACCEPT },
]

for (const row of ROWS) {
  it(`answers ${row.status} ${row.issue} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

it('answers metadata without a target before it looks at any other header', async ({ expect }) => {
  const headers = { ...NO_TARGET, ...BAD_ID, ...BAD_ORGANISATION }

  const response = await createSandbox().request(
    sent({ request: requestOf('capability-any-service', { headers }) }),
  )

  expect(response.status).toBe(200)
  expect(response.headers.get('Sandbox-Scenario')).toBe('capability-any-service')
})

it('answers a preflight before it looks at any header', async ({ expect }) => {
  const request = { ...search({ ...BAD_ID, ...NO_TARGET, ...BAD_ORGANISATION }), method: 'OPTIONS' }

  const response = await createSandbox().request(sent({ request }))

  expect(response.status).toBe(204)
})

it('answers _ping before it looks at any header', async ({ expect }) => {
  const response = await createSandbox().request('/_ping', { headers: BAD_ID })

  expect(response.status).toBe(200)
})
