import { it } from 'vitest'
import {
  answerOf,
  type BadInput,
  mended,
  refused,
  SERVICES,
  sent,
} from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const SYSTEM = 'https://fhir.nhs.uk/Id/dos-service-id'

const MISSING = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' } as const
const MALFORMED = { status: 400, code: 'PROXY_BAD_REQUEST', issue: 'structure' } as const
const UNKNOWN = { status: 404, code: 'PROXY_NOT_FOUND', issue: 'not-found' } as const

const to = (value: string | undefined) =>
  requestOf('slot-free', { headers: { 'NHSD-Target-Identifier': value } })

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const json = (value: unknown): string => base64(JSON.stringify(value))

const says = (received: string, mend?: string): string =>
  `header NHSD-Target-Identifier: received ${received}; ` +
  'expected base64 of {"system":"https://fhir.nhs.uk/Id/dos-service-id","value":"<service id>"}' +
  mended(mend)

const NOT_BASE64 = says('text that is not base64')
const NOT_JSON = says('base64 that does not hold JSON in UTF-8')

const unknown = (received: string): string =>
  `header NHSD-Target-Identifier: received '${received}'; ` +
  `expected one of ${SERVICES}, or a test target such as tests|NHS0001-409.`

// Its base64 holds a "/" and, one byte later, a "+".
const WITH_SLASH = '{"system":"???","value":"~~~>>>"}'

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'the target is missing', request: to(undefined), ...MISSING, diagnostics: says('nothing') },
  { title: 'the target is empty', request: to(''), ...MISSING, diagnostics: says('nothing') },
  { title: 'the target is blank', request: to(' \t '), ...MISSING, diagnostics: says('nothing') },
  { title: 'the target is JSON in the clear', request: to(`{"system":"${SYSTEM}","value":"2000072489"}`), ...MALFORMED, diagnostics: says('JSON that is not encoded', 'encode its UTF-8 bytes as base64') },
  { title: 'the target is a bare service id', request: to('2000072489'), ...MALFORMED, diagnostics: says('a bare value that is not encoded', 'put it into JSON and encode that as base64') },
  { title: 'the target is base64url', request: to(Buffer.from(WITH_SLASH).toString('base64url')), ...MALFORMED, diagnostics: says("base64url ('-' and '_')", "encode with the alphabet that has '+' and '/'") },
  { title: 'the target is base64 with a stray character', request: to(`${json({ system: SYSTEM, value: '2000072489' })}!`), ...MALFORMED, diagnostics: NOT_BASE64 },
  { title: 'the target is base64 cut short', request: to(json({ system: SYSTEM, value: '2000072489' }).slice(0, -5)), ...MALFORMED, diagnostics: NOT_JSON },
  { title: 'the target is base64 padded in the middle', request: to(`${base64('{"a":1}')}=${base64('{}')}`), ...MALFORMED, diagnostics: NOT_BASE64 },
  { title: 'the target is base64 of text', request: to(base64('2000072489 please')), ...MALFORMED, diagnostics: NOT_JSON },
  { title: 'the target is not UTF-8', request: to(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]).toString('base64')), ...MALFORMED, diagnostics: NOT_JSON },
  { title: 'the target is a JSON string', request: to(json('2000072489')), ...MALFORMED, diagnostics: says('a JSON string in base64') },
  { title: 'the target is a JSON number', request: to(json(12)), ...MALFORMED, diagnostics: says('a JSON number in base64') },
  { title: 'the target is null', request: to(json(null)), ...MALFORMED, diagnostics: says('null in base64') },
  { title: 'the target is a list', request: to(json([{ system: SYSTEM, value: '2000072489' }])), ...MALFORMED, diagnostics: says('a list in base64') },
  { title: 'the target has no system', request: to(json({ value: '2000072489' })), ...MALFORMED, diagnostics: says('JSON with no system') },
  { title: 'the target has no value', request: to(json({ system: SYSTEM })), ...MALFORMED, diagnostics: says('JSON with no value') },
  { title: 'the members of the target have capitals', request: to(json({ System: SYSTEM, Value: '2000072489' })), ...MALFORMED, diagnostics: says('JSON with no system and no value', 'it has System and Value: names are case-sensitive') },
  { title: 'the target has an empty value', request: to(json({ system: SYSTEM, value: '' })), ...MALFORMED, diagnostics: says('JSON with nothing as its value') },
  { title: 'the target has a number for a value', request: to(json({ system: SYSTEM, value: 2_000_072_489 })), ...MALFORMED, diagnostics: says('JSON with a JSON number as its value') },
  { title: 'the target has a list for a system', request: to(json({ system: [SYSTEM], value: '2000072489' })), ...MALFORMED, diagnostics: says('JSON with a list as its system') },
  { title: 'the target is a service nobody knows', request: to(json({ system: SYSTEM, value: '1234567890' })), ...UNKNOWN, diagnostics: unknown('https://fhir.nhs.uk/Id/dos-service-id|(10 digits)') },
  { title: 'the target is a service of a later day', request: to(json({ system: SYSTEM, value: '2000999999' })), ...UNKNOWN, diagnostics: unknown('https://fhir.nhs.uk/Id/dos-service-id|2000999999') },
  { title: 'the target is a patient', request: to(json({ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '943 476 5919' })), ...UNKNOWN, diagnostics: `header NHSD-Target-Identifier » system: received 'https://fhir.nhs.uk/Id/nhs-number'; expected '${SYSTEM}', letter for letter.` },
  { title: 'the target is an organisation', request: to(json({ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A1001' })), ...UNKNOWN, diagnostics: `header NHSD-Target-Identifier » system: received 'https://fhir.nhs.uk/Id/ods-organization-code'; expected '${SYSTEM}', letter for letter (a target is a service, not an organisation).` },
  { title: 'the target is a service with a blank before it', request: to(json({ system: SYSTEM, value: ' 2000072489' })), ...UNKNOWN, diagnostics: unknown('https://fhir.nhs.uk/Id/dos-service-id| 2000072489').replace(/\.$/, ' (without the blanks around it).') },
  { title: 'the target is a member that every object has', request: to(json({ system: SYSTEM, value: 'constructor' })), ...UNKNOWN },
  { title: 'the target is of a system nobody knows', request: to(json({ system: 'https://a.test', value: '2000072489' })), ...UNKNOWN, diagnostics: `header NHSD-Target-Identifier » system: received 'https://a.(4 letters)'; expected '${SYSTEM}', letter for letter.` },
  { title: 'the target is of the right system with http', request: to(json({ system: SYSTEM.replace('https', 'http'), value: '2000072489' })), ...UNKNOWN, diagnostics: `header NHSD-Target-Identifier » system: received 'http://fhir.nhs.uk/Id/dos-service-id'; expected '${SYSTEM}', letter for letter.` },
  { title: 'the target is a test target nobody knows', request: to(json({ system: 'tests', value: 'NHS0001-418' })), ...UNKNOWN, diagnostics: unknown('tests|NHS0001-418') },
  { title: 'the target is a test target of another system', request: to(json({ system: SYSTEM, value: 'NHS0001' })), ...UNKNOWN },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

// biome-ignore format: a table reads by column
const ACCEPTED = [
  { title: 'base64 without padding', target: json({ system: SYSTEM, value: '2000072489' }).replaceAll('=', '') },
  { title: 'members besides the two', target: json({ use: 'official', system: SYSTEM, value: '2000072489' }) },
  { title: 'the system in capitals', target: json({ system: SYSTEM.toUpperCase(), value: '2000072489' }) },
  { title: 'a byte order mark', target: base64(`\ufeff{"system":"${SYSTEM}","value":"2000072489"}`) },
  { title: 'white space around the JSON', target: base64(` {"system":"${SYSTEM}",\n "value":"2000072489"}\n`) },
  { title: 'the test target that answers as any service', target: json({ system: 'tests', value: 'NHS0001' }) },
]

for (const { title, target } of ACCEPTED) {
  it(`accepts a target with ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request: to(target) }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('slot-free')
  })
}

for (const value of ['', ' ']) {
  it(`answers metadata of the API where the target is '${value}'`, async ({ expect }) => {
    const headers = { 'NHSD-Target-Identifier': value, 'X-Request-Id': undefined }

    const response = await createSandbox().request(
      sent({ request: requestOf('capability-any-service', { headers }) }),
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('capability-any-service')
  })
}
