import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const NOT_ACCEPTABLE = { status: 406, code: 'SEND_NOT_ACCEPTABLE', issue: 'processing' } as const

const EXPECTED = 'application/fhir+json; version=1.0.0 (XML is not spoken here)'

const notFormat = (format: string): BadInput => ({
  title: `_format is ${format}, whatever Accept says`,
  request: requestOf('referral-get', {
    path: `${requestOf('referral-get').path}?_format=${encodeURIComponent(format)}`,
  }),
  ...NOT_ACCEPTABLE,
  diagnostics: `parameter _format: received '${format}'; expected ${EXPECTED}.`,
})

const ROWS: readonly BadInput[] = [
  'xml',
  'application/fhir+xml',
  'text/xml',
  'html',
  'text/html',
  'ttl',
].map(notFormat)

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const FORMATS = ['json', 'text/json', 'application/fhir+json', 'application/fhir%2Bjson', '']

for (const format of FORMATS) {
  it(`accepts a _format of '${format}'`, async ({ expect }) => {
    const { path } = requestOf('slot-free')
    const request = requestOf('slot-free', { path: `${path}&_format=${format}` })

    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/fhir+json')
  })
}

it('lets _format overrule an Accept that asks for XML', async ({ expect }) => {
  const { path } = requestOf('referral-get')
  const headers = { Accept: 'application/fhir+xml' }
  const request = requestOf('referral-get', { path: `${path}?_format=json`, headers })

  const response = await createSandbox().request(sent({ request }))

  expect(response.status).toBe(200)
})
