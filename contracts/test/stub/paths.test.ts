import { request as httpRequest } from 'node:http'
import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { type Stub, startStub } from '../../src/stub/start-stub.ts'

const { method, headers, body } = buildRequest('booking-conflict-409')

/** Posts a message to exactly this path, which fetch would put in order. */
const post = ({ url }: Stub, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpRequest(url, { method, headers: { ...headers }, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end(JSON.stringify(body))
  })

const CASE = 'paths are case-sensitive, and every / counts'

const WRONG = [
  ['no FHIR base', '/$process-message', 'no FHIR base', "a stub's fhirUrl ends in it"],
  [
    'a FHIR base in small letters',
    '/booking-and-referral/fhir/r4/$process-message',
    "'/booking-and-referral/fhir/r4'",
    CASE,
  ],
  [
    'a slash too many',
    '//booking-and-referral/FHIR/R4/$process-message',
    "'//booking-and-referral/FHIR/R4'",
    CASE,
  ],
  ['a base of another kind', '/api/FHIR/R4/$process-message', 'another base', undefined],
  [
    'a space that cannot be one',
    '/s/CI/booking-and-referral/FHIR/R4/$process-message',
    'another base',
    undefined,
  ],
] as const

for (const [what, path, received, mend] of WRONG) {
  const violation = {
    where: 'path',
    expected: 'the FHIR base, /booking-and-referral/FHIR/R4, and then the endpoint',
    received,
    ...(mend && { mend }),
    rule: 'http/base',
    severity: 'error',
    source: 'BaRS API: endpoints',
  }

  it(`counts a request with ${what}, strict or not`, async ({ expect }) => {
    await using lenient = await startStub()
    await using strict = await startStub({ strict: true })

    const statuses = [await post(lenient, path), await post(strict, path)]

    expect(statuses).toEqual([404, 404])
    for (const stub of [lenient, strict]) {
      expect(stub.violations().map(({ violations }) => violations)).toEqual([[violation]])
    }
  })
}

it('tells all else that is wrong as well', async ({ expect }) => {
  await using stub = await startStub()

  await fetch(`${stub.url}/Metadata`, { headers: { Accept: 'text/html; version=1' } })

  expect(stub.violations().map(({ violations }) => violations.map(({ where }) => where))).toEqual([
    ['path', 'header X-Request-Id', 'header X-Correlation-Id', 'header Accept'],
  ])
})

it('judges requests in a space as it does others', async ({ expect }) => {
  await using stub = await startStub()

  const status = await post(stub, '/s/acme-ci/booking-and-referral/FHIR/R4/$process-message')

  expect([status, stub.violations()]).toEqual([409, []])
})

for (const path of ['/_ping', '/_status', '/_sandbox/scenarios', '/_pact/state', '/_sandbox/x']) {
  it(`does not judge ${path}, which is the sandbox's own`, async ({ expect }) => {
    await using stub = await startStub({ strict: true })

    await fetch(stub.url + path)
    await fetch(`${stub.url}/s/acme-ci${path}`)

    expect(stub.violations()).toEqual([])
  })
}
