import { gzipSync } from 'node:zlib'
import { it } from 'vitest'
import { cleanRequest } from '../../support/clean-message.ts'
import { edited } from '../../support/edit-message.ts'
import { createSandbox } from '../../support/sandbox.ts'

const CLEAN = cleanRequest('a1t1', 'referral-new').body
const URL = 'https://sandbox.test/_sandbox/validate'
const FHIR_JSON = { 'Content-Type': 'application/fhir+json' }

const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = FHIR_JSON,
  url = URL,
) => createSandbox().fetch(new Request(url, { method: 'POST', headers, body }))

/** An answer as it is compared. */
const told = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('Content-Type'),
  body: await response.json(),
})

const NONE = { findings: [], counts: { error: 0, warning: 0, information: 0 } }

it('finds nothing in a clean message, and lets nobody keep the answer', async ({ expect }) => {
  const response = await post(JSON.stringify(CLEAN))

  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(await told(response)).toEqual({ status: 200, type: 'application/json', body: NONE })
})

it('answers in a space as without one', async ({ expect }) => {
  const url = 'https://sandbox.test/s/a-space/_sandbox/validate'

  expect(await told(await post(JSON.stringify(CLEAN), FHIR_JSON, url))).toMatchObject({
    status: 200,
    body: NONE,
  })
})

it('tells what is wrong, and where in the text', async ({ expect }) => {
  const message = JSON.stringify(edited(CLEAN, { 'Patient.gender': 'M' }))

  const { status, body } = await told(await post(message))

  expect(status).toBe(200)
  expect(body).toMatchObject({
    findings: [
      {
        rule: 'r4/code',
        severity: 'error',
        location: expect.stringMatching(/gender$/),
        line: 1,
        column: message.indexOf('"M"') + 1,
        received: 'M',
      },
    ],
    counts: { error: 1 },
  })
})

it('takes a message in gzip', async ({ expect }) => {
  const response = await post(gzipSync(JSON.stringify(CLEAN)), {
    ...FHIR_JSON,
    'Content-Encoding': 'gzip',
  })

  expect(await told(response)).toMatchObject({ status: 200, body: NONE })
})

it('has a finding of what it cannot read at all', async ({ expect }) => {
  const { status, body } = await told(await post('{"resourceType":'))

  expect(status).toBe(200)
  expect(body).toMatchObject({ findings: [{ rule: 'bundle/body', location: 'body', column: 17 }] })
})

// biome-ignore format: a table reads by column
const REFUSED = [
  { title: 'another media type', body: '{}', headers: { 'Content-Type': 'text/plain' }, status: 415 },
  { title: 'another encoding', body: '{}', headers: { ...FHIR_JSON, 'Content-Encoding': 'br' }, status: 415 },
  { title: 'more than 512 KiB', body: ' '.repeat(512 * 1024 + 1), headers: FHIR_JSON, status: 413 },
  { title: 'more than 512 KiB once decompressed', body: gzipSync(' '.repeat(512 * 1024 + 1)), headers: { ...FHIR_JSON, 'Content-Encoding': 'gzip' }, status: 413 },
] as const

for (const { title, body, headers, status } of REFUSED) {
  it(`refuses ${title}`, async ({ expect }) => {
    expect(await told(await post(body, { ...headers }))).toEqual({
      status,
      type: 'application/problem+json',
      body: { title: expect.any(String), status, detail: expect.stringMatching(/expected/) },
    })
  })
}

it('answers another verb with the one that it has', async ({ expect }) => {
  const response = await createSandbox().fetch(new Request(URL))

  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toBe('POST')
})
