import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const NOT_ACCEPTABLE = { status: 406, code: 'SEND_NOT_ACCEPTABLE', issue: 'processing' } as const

const EXPECTED = 'application/fhir+json; version=1.0.0 (XML is not spoken here)'

const notAcceptable = (accept: string): BadInput => ({
  title: `Accept is ${accept}`,
  request: requestOf('slot-free', { headers: { Accept: accept } }),
  ...NOT_ACCEPTABLE,
  diagnostics: `header Accept: received '${accept}'; expected ${EXPECTED}.`,
})

const ROWS: readonly BadInput[] = [
  ...[
    'application/fhir+xml',
    'application/xml',
    'application/json',
    'text/html',
    'text/*',
    'json',
    'application/fhir+json; version=2.0.0',
    'application/fhir+json; version="2.0.0"',
    'application/fhir+json;version=0.9',
    'application/fhir+json;version=10.0.0',
    'application/fhir+json;q=0',
    'application/fhir+json;q=0.000',
    '*/*;q=0',
    'application/*;q=0, */*',
    '*/*, application/*;q=0',
    'application/fhir+json;q=0, application/*, */*',
    'application/fhir+json;version=1;q=0,application/fhir+json',
    'application/fhir+xml, text/html;q=0.9',
    'application/fhir+json; version=2.0.0, application/fhir+xml',
  ].map(notAcceptable),
  {
    ...notAcceptable('application/fhir+xml'),
    title: 'Accept of a message is XML',
    request: requestOf('booking-accepted', { headers: { Accept: 'application/fhir+xml' } }),
  },
  {
    ...notAcceptable('text/html'),
    title: 'Accept of metadata without a target is HTML',
    request: requestOf('capability-any-service', {
      headers: { Accept: 'text/html', 'NHSD-Target-Identifier': undefined },
    }),
  },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const ACCEPTS = [
  undefined,
  '*/*',
  'application/*',
  'application/fhir+json',
  'APPLICATION/FHIR+JSON',
  'application/fhir+json;version=1',
  'application/fhir+json; version=1.9.9',
  'application/fhir+json; VERSION="1.0.0"',
  'application/fhir+json; charset=utf-8; fhirVersion=4.0',
  'application/fhir+json;q=0.1',
  'application/fhir+json;version=2.0.0;q=0, application/fhir+json;version=1.0.0',
  'application/fhir+json;version=1.0.0, application/fhir+json;version=2.0.0;q=0',
  'application/fhir+json;q=0, application/fhir+json;version=1.0.0',
  'application/fhir+xml;q=0, */*',
  '*/*;q=0, application/*;q=0.1',
  'application/*;q=0, */*;q=0, application/fhir+json',
  'text/html, application/fhir+json;q=0.9, */*;q=0.8',
  'application/fhir+xml;q=0.9,application/fhir+json ; version=1.0.0',
]

for (const accept of ACCEPTS) {
  it(`accepts an Accept of ${accept ?? 'nothing'}`, async ({ expect }) => {
    const request = requestOf('slot-free', { headers: { Accept: accept } })

    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/fhir+json')
  })
}
