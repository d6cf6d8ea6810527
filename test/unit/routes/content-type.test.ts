import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const UNSUPPORTED = { status: 415, code: 'SEND_BAD_REQUEST', issue: 'not-supported' } as const

const EXPECTED = 'application/fhir+json; version=1.0.0 (XML is not spoken here)'

const BODY = JSON.stringify(requestOf('booking-accepted').body)

// Bytes, since a Request gives a text body a Content-Type of its own.
const posted = (headers: Readonly<Record<string, string | undefined>>) => ({
  request: requestOf('booking-accepted', { body: undefined, headers }),
  bytes: new Uint8Array(Buffer.from(BODY)),
})

const unsupported = (name: string, value: string | undefined, expected: string): BadInput => ({
  title: `${name} is ${value ?? 'missing'}`,
  ...posted({ [name]: value }),
  ...UNSUPPORTED,
  diagnostics:
    `header ${name}: received ${value === undefined ? 'nothing' : `'${value}'`}; ` +
    `expected ${expected}.`,
})

const ROWS: readonly BadInput[] = [
  ...[
    undefined,
    'application/json',
    'text/json',
    'application/fhir+xml',
    'application/xml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/fhir+json, application/json',
    'fhir+json',
  ].map((value) => unsupported('Content-Type', value, EXPECTED)),
  ...[
    'application/fhir+json; charset=iso-8859-1',
    'application/fhir+json; charset="UTF-16"',
    'application/fhir+json; version=1.0.0; CHARSET = us-ascii',
    'application/fhir+json; charset=utf-8; charset=utf-16',
  ].map((value) => unsupported('Content-Type', value, 'charset=utf-8, in which all JSON is')),
  ...['br', 'zstd', 'gzip, deflate', 'compress'].map((value) =>
    unsupported('Content-Encoding', value, 'gzip, deflate or none'),
  ),
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const CONTENT = [
  { 'Content-Type': 'application/fhir+json' },
  { 'Content-Type': 'application/fhir+json; charset=utf-8' },
  { 'Content-Type': "application/fhir+json; charset=Utf-8; version='2.0.0'" },
  { 'Content-Type': 'application/fhir+json; version=2.0.0' },
  { 'Content-Type': 'Application/FHIR+JSON;version=1.0.0;charset="UTF-8"' },
  { 'Content-Type': 'application/fhir+json; charset=utf8' },
  { 'Content-Type': 'application/fhir+json; charset="UTF8"' },
  { 'Content-Encoding': 'identity' },
  { 'Content-Encoding': ' ' },
]

for (const headers of CONTENT) {
  it(`accepts a body with ${JSON.stringify(headers)}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(posted(headers)))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('booking-accepted')
  })
}
