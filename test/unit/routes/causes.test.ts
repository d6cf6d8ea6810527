import { it } from 'vitest'
import { answerOf, type BadInput, mended, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'
import { FROM, SERVICE, STATUS, says as saysOfSearch, search, TO } from './slot-query.ts'

// What a client sends by one slip that is known: the slip is named, and how to put it right.

const SYSTEM = 'https://fhir.nhs.uk/Id/dos-service-id'
const TARGET = `{"system":"${SYSTEM}","value":"2000072489"}`
const MESSAGE = JSON.stringify(requestOf('booking-accepted').body)

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')

const UNREADABLE = { status: 400, code: 'PROXY_BAD_REQUEST', issue: 'structure' } as const
const target = (value: string, received: string, mend?: string) => ({
  request: requestOf('slot-free', { headers: { 'NHSD-Target-Identifier': value } }),
  ...UNREADABLE,
  diagnostics:
    `header NHSD-Target-Identifier: received ${received}; ` +
    `expected base64 of {"system":"${SYSTEM}","value":"<service id>"}${mended(mend)}`,
})

const MISSING = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' } as const
const misspelt = (name: string, sentAs: string, expected: string) => {
  const value = requestOf('booking-accepted').headers[name]
  return {
    title: `${name} is sent as ${sentAs}`,
    request: requestOf('booking-accepted', { headers: { [name]: undefined, [sentAs]: value } }),
    ...MISSING,
    diagnostics: `header ${name}: received a header ${sentAs.toLowerCase()}; expected ${expected}${mended(`spell it ${name}`)}`,
  }
}
const TARGET_EXPECTED = `base64 of {"system":"${SYSTEM}","value":"<service id>"}`
const ORGANISATION_EXPECTED =
  'base64 of an Organization with an identifier of system ' +
  'https://fhir.nhs.uk/Id/ods-organization-code and a value of 3 to 12 letters and digits'

const id = (value: string, received: string) => ({
  request: requestOf('slot-free', { headers: { 'X-Request-Id': value } }),
  status: 400,
  code: 'SEND_BAD_REQUEST',
  issue: 'value',
  diagnostics: `header X-Request-Id: received ${received}; expected a UUID.`,
})

const REFUSED = { status: 400, code: 'REC_BAD_REQUEST', issue: 'structure' } as const
const body = (text: string, where: string, received: string, mend?: string) => ({
  request: requestOf('booking-accepted', { body: text }),
  ...REFUSED,
  diagnostics: `${where}: received ${received}; expected a message Bundle in JSON${mended(mend)}`,
})

const bundle = (json: unknown, received: string, expected: string, mend?: string) => {
  const expression = expected === 'a JSON object' ? 'Bundle' : 'Bundle.resourceType'
  return {
    request: requestOf('booking-accepted', { body: JSON.stringify(json) }),
    ...REFUSED,
    expression,
    diagnostics: `${expression}: received ${received}; expected ${expected}${mended(mend)}`,
  }
}

const query = (
  name: string,
  parameters: readonly string[],
  received: string,
  expected: string,
  mend?: string,
) => ({
  request: search(...parameters),
  status: 400,
  code: 'REC_BAD_REQUEST',
  issue: received.startsWith('a parameter') ? 'required' : 'value',
  diagnostics: saysOfSearch(name, received, expected, mend),
})
const SERVICE_NAME = 'Schedule.actor:HealthcareService'
const bounds =
  'one lower bound (ge or gt) and one upper (le or lt), each a date, a time and its zone: ' +
  'start=ge2030-01-15T09:00:00+00:00&start=le2030-01-15T17:00:00+00:00'

const NO_ELEMENT = 'leave the element out'
const place = MESSAGE.indexOf('"booked"')
const withStatus = (text: string): string => MESSAGE.replace('"booked"', () => text)
const at = `the body at character ${place}`

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'the target is a variable', ...target('{{target}}', 'a variable that was not filled in, {{…}}', 'fill the variable in before the request is sent') },
  { title: 'the target is bytes as Python shows them', ...target(`b'${base64(TARGET)}'`, "bytes as Python shows them, b'…'", "turn the bytes into text with .decode('ascii'), not with str()") },
  { title: 'the target is sent twice', ...target(`${base64(TARGET)}, ${base64(TARGET)}`, 'two values, or two headers of that name', 'send the header once') },
  { title: 'the target is base64 of UTF-16', ...target(base64(Buffer.from(TARGET, 'utf16le')), 'base64 of text in UTF-16', 'encode UTF-8 bytes: Encoding.UTF8 in .NET and PowerShell') },
  { title: 'the target is base64 of UTF-16 with its mark', ...target(base64(Buffer.from(`\ufeff${TARGET}`, 'utf16le')), 'base64 of text in UTF-16', 'encode UTF-8 bytes: Encoding.UTF8 in .NET and PowerShell') },
  { title: 'the target is base64 of single quotes', ...target(base64(TARGET.replaceAll('"', "'")), 'base64 of JSON with single quotes', 'write it with json.dumps() or the like, not with str()') },
  { title: 'the target is base64 of base64', ...target(base64(base64(TARGET)), 'base64 that was encoded twice', 'encode once') },
  { title: 'the target is a test target in the clear', ...target('NHS0001', 'a bare value that is not encoded', 'put it into JSON and encode that as base64') },
  misspelt('NHSD-Target-Identifier', 'NHSD-Target-Identifer', TARGET_EXPECTED),
  misspelt('NHSD-Target-Identifier', 'NHSDTargetIdentifier', TARGET_EXPECTED),
  misspelt('NHSD-Target-Identifier', 'NHSD_Target_Identifier', TARGET_EXPECTED),
  misspelt('NHSD-End-User-Organisation', 'NHSD-End-User-Organization', ORGANISATION_EXPECTED),
  misspelt('NHSD-End-User-Organisation', 'NHSD-EndUser-Organisation', ORGANISATION_EXPECTED),
  misspelt('X-Request-Id', 'X-RequestId', 'a UUID'),
  misspelt('X-Request-Id', 'Request-Id', 'a UUID'),
  misspelt('X-Correlation-Id', 'XCorrelationId', 'a UUID'),
  { title: 'a message id is a variable', ...id('{{$guid}}', 'a variable that was not filled in, {{…}}') },
  { title: 'a message id has no hyphens', ...id('7c7a1a3e60f84f0e9a8b1d0c5a0e7f11', 'a UUID without its hyphens') },
  { title: 'a message id is in braces', ...id('{7c7a1a3e-60f8-4f0e-9a8b-1d0c5a0e7f11}', 'a UUID among 38 characters') },
  { title: 'a message ends too early', ...body(MESSAGE.slice(0, -2), `the body at character ${MESSAGE.length - 2}`, 'JSON that ends too early', 'was it cut short?') },
  { title: 'a message ends inside a text', ...body(MESSAGE.slice(0, place + 4), `the body at character ${place + 4}`, 'JSON that ends too early', 'was it cut short?') },
  { title: 'a message is bytes as Python shows them', ...body(`b'${MESSAGE}'`, 'the body', "bytes as Python shows them, b'…'", 'send the bytes, not str() of them') },
  { title: 'a message has a variable for a value', ...body(withStatus('{{status}}'), `the body at character ${place + 1}`, 'a variable that was not filled in, {{…}}', 'fill it in before the message is sent') },
  { title: 'a message has NaN', ...body(withStatus('NaN'), at, 'a value that JSON does not have', NO_ELEMENT) },
  { title: 'a message has undefined', ...body(withStatus('undefined'), at, 'a value that JSON does not have', NO_ELEMENT) },
  { title: 'a message has a comment', ...body(withStatus('/* to do */ "booked"'), at, 'a comment', 'JSON has none') },
  { title: 'a message has a text in single quotes', ...body(withStatus("'booked'"), at, 'a single quote', 'JSON has double ones') },
  { title: 'a message has a space of a web page', ...body(withStatus('\u00a0"booked"'), at, 'white space that JSON does not know', 'a space copied from a page, perhaps') },
  { title: 'a message is a page', ...body('<!doctype html><title>Sign in</title>', 'the body', 'XML, or HTML', 'XML is not spoken here') },
  { title: 'a message is JSON in a JSON string', ...bundle(MESSAGE, 'a JSON string', 'a JSON object', 'it is JSON within JSON: encode the message once') },
  { title: 'a message has members with capitals', ...bundle({ ResourceType: 'Bundle', Type: 'message', Entry: [] }, 'nothing', "'Bundle'", 'it has ResourceType: names are case-sensitive') },
  { title: 'a message is inside a member', ...bundle({ bundle: { resourceType: 'Bundle' } }, 'nothing', "'Bundle'", 'it has a member bundle: send what is in it') },
  { title: 'the service is in schedule.actor', ...query(SERVICE_NAME, ['schedule.actor=2000072489', STATUS, FROM, TO], 'a parameter schedule.actor', 'a DoS service id', `spell it ${SERVICE_NAME}`) },
  { title: 'start has brackets', ...query('start', [SERVICE, STATUS, 'start[]=ge2030-01-15T09:00:00Z', 'start[]=le2030-01-15T17:00:00Z'], 'a parameter start[]', bounds, 'spell it start') },
  { title: 'start is after an ampersand of XML', ...query('start', [SERVICE, STATUS, 'amp;start=ge2030-01-15T09:00:00Z'], 'a parameter amp;start', bounds, 'spell it start') },
  { title: 'start is a day', ...query('start', [SERVICE, STATUS, 'start=ge2030-01-15', TO], "a day without a time after 'ge'", bounds) },
  { title: 'start is a date of another form', ...query('start', [SERVICE, STATUS, 'start=ge15/01/2030', TO], "'ge(8 digits)'", bounds) },
  { title: 'status has capitals', ...query('status', [SERVICE, 'status=FREE', FROM, TO], "'FREE'", 'free, busy or free,busy', 'did you mean free?') },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}
