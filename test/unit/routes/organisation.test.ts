import { it } from 'vitest'
import { answerOf, type BadInput, mended, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code'

const MISSING = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' } as const
const STRUCTURE = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'structure' } as const
const VALUE = { status: 400, code: 'SEND_BAD_REQUEST', issue: 'value' } as const

const HEADER = 'NHSD-End-User-Organisation'

const from = (header: string | undefined) =>
  requestOf('booking-accepted', { headers: { [HEADER]: header } })
const reading = (header: string | undefined) =>
  requestOf('booking-get', { headers: { [HEADER]: header } })

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const json = (value: unknown): string => base64(JSON.stringify(value))
const codes = (...values: readonly unknown[]): string =>
  json({
    resourceType: 'Organization',
    identifier: values.map((value) => ({ system: SYSTEM, value })),
  })

const says = (received: string, mend?: string): string =>
  `header ${HEADER}: received ${received}; expected base64 of an Organization with an identifier ` +
  `of system ${SYSTEM} and a value of 3 to 12 letters and digits${mended(mend)}`

const NO_CODE = says('JSON without an ODS identifier')
const NOT_JSON = says('base64 that does not hold JSON in UTF-8')

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'a message names no organisation', request: from(undefined), ...MISSING, diagnostics: says('nothing') },
  { title: 'the organisation is a bare ODS code', request: from('A1001'), ...STRUCTURE },
  { title: 'the organisation is not base64', request: from('{"identifier":[]}'), ...STRUCTURE, diagnostics: says('JSON that is not encoded', 'encode its UTF-8 bytes as base64') },
  { title: 'the organisation is base64url', request: from('eyJhIjoiPz8_In0'), ...STRUCTURE, diagnostics: says("base64url ('-' and '_')", "encode with the alphabet that has '+' and '/'") },
  { title: 'the organisation is not JSON', request: from(base64('A1001')), ...STRUCTURE, diagnostics: NOT_JSON },
  { title: 'the organisation is not UTF-8', request: from(Buffer.from([0x22, 0xc3, 0x28, 0x22]).toString('base64')), ...STRUCTURE, diagnostics: NOT_JSON },
  { title: 'the organisation is null', request: from(json(null)), ...STRUCTURE, diagnostics: NO_CODE },
  { title: 'the organisation is a list', request: from(json([])), ...STRUCTURE, diagnostics: NO_CODE },
  { title: 'the organisation has no identifier', request: from(json({ resourceType: 'Organization' })), ...STRUCTURE, diagnostics: NO_CODE },
  { title: 'the organisation has an identifier without a value', request: from(json({ identifier: [{ system: SYSTEM }] })), ...STRUCTURE, diagnostics: says('an ODS identifier whose value is no text') },
  { title: 'the organisation has an identifier of another system', request: from(json({ identifier: [{ system: 'https://a.test', value: 'A1001' }] })), ...STRUCTURE, diagnostics: says("an identifier of system 'https://a.(4 letters)'") },
  { title: 'the organisation has an identifier of no system', request: from(json({ identifier: [{ value: 'A1001' }] })), ...STRUCTURE, diagnostics: NO_CODE },
  { title: 'the ODS code is a number', request: from(codes(10_011)), ...STRUCTURE, diagnostics: says('an ODS identifier whose value is no text') },
  { title: 'the ODS code is blank', request: from(codes('   ')), ...STRUCTURE, diagnostics: says('an ODS identifier whose value is no text') },
  { title: 'there are two ODS codes', request: from(codes('A1001', 'B2002')), ...VALUE, diagnostics: says('two different ODS codes') },
  { title: 'the ODS code has two characters', request: from(codes('A1')), ...VALUE, diagnostics: says("'A1'") },
  { title: 'the ODS code has thirteen characters', request: from(codes('A123456789012')), ...VALUE, diagnostics: says("'A(12 digits)'") },
  { title: 'the ODS code has a hyphen', request: from(codes('A1-001')), ...VALUE, diagnostics: says("'A1-001'") },
  { title: 'the ODS code has a space inside', request: from(codes('A1 001')), ...VALUE, diagnostics: says("'A1 001'") },
  { title: 'the ODS code has digits of another script', request: from(codes('A١٠٠١')), ...VALUE, diagnostics: says("'A١٠٠١'") },
  { title: 'the ODS code is an NHS number and a name', request: from(codes('943 476 5919 Smith')), ...VALUE, diagnostics: says("'(10 digits) (5 letters)'") },
  { title: 'the organisation of a message is empty', request: from(''), ...MISSING, diagnostics: says('nothing') },
  { title: 'the organisation of a message is blank', request: from(' \t '), ...MISSING, diagnostics: says('nothing') },
  { title: 'a read names an organisation that is not base64', request: reading('?'), ...STRUCTURE, diagnostics: says('text that is not base64') },
  { title: 'a read names an organisation without a code', request: reading(json({})), ...STRUCTURE, diagnostics: NO_CODE },
  { title: 'a read names a code that is too short', request: reading(codes('A1')), ...VALUE, diagnostics: says("'A1'") },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

// biome-ignore format: a table reads by column
const ACCEPTED = [
  { title: 'a code in lower case', request: from(codes('a1001')) },
  { title: 'a code with spaces around it', request: from(codes('  A1001 ')) },
  { title: 'a code of three characters', request: from(codes('A10')) },
  { title: 'a code of twelve characters', request: from(codes('A12345678901')) },
  { title: 'the same code twice', request: from(codes('A1001', 'A1001')) },
  { title: 'identifiers of other systems beside it', request: from(json({ identifier: [{ system: 'https://a.test', value: '?' }, { system: SYSTEM, value: 'A1001' }] })) },
  { title: 'an identifier that is no list', request: from(json({ identifier: { system: SYSTEM, value: 'A1001' } })) },
  { title: 'the system spelt with http', request: from(json({ identifier: [{ system: SYSTEM.replace('https', 'http'), value: 'A1001' }] })) },
]

for (const { title, request } of ACCEPTED) {
  it(`accepts an organisation with ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('booking-accepted')
  })
}

for (const id of ['capability-any-service', 'slot-free', 'booking-get', 'referral-get']) {
  for (const value of [undefined, '', ' ']) {
    const what = value === undefined ? 'without an organisation' : `with an organisation '${value}'`
    it(`answers ${id} ${what}, which only messages need`, async ({ expect }) => {
      const request = requestOf(id, { headers: { [HEADER]: value } })

      const response = await createSandbox().request(sent({ request }))

      expect(response.status).toBe(200)
      expect(response.headers.get('Sandbox-Scenario')).toBe(id)
    })
  }
}
