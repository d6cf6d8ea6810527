import { it } from 'vitest'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, type TestRequest, toRequest } from '../../support/sandbox.ts'

const BARS_HEADERS = [
  'Accept',
  'Authorization',
  'Content-Type',
  'NHSD-End-User-Organisation',
  'NHSD-Requesting-Practitioner',
  'NHSD-Requesting-Software',
  'NHSD-Target-Identifier',
  'X-Correlation-Id',
  'X-Request-Id',
  'use-context',
] as const

const READABLE = ['Allow', 'Sandbox-Scenario', 'X-Correlation-Id', 'X-Request-Id'] as const

const BROWSER = { Origin: 'https://supplier.test' }

const listed = (response: Response, name: string): readonly string[] =>
  (response.headers.get(name) ?? '').split(',').map((each) => each.trim())

const ENDPOINTS = ['/metadata', '/Slot', '/Appointment/1', '/$process-message', '/nothing'] as const

for (const path of ENDPOINTS) {
  it(`lets a page of another origin send every BaRS header to ${path}`, async ({ expect }) => {
    const request: TestRequest = {
      method: 'OPTIONS',
      path,
      headers: {
        ...BROWSER,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': BARS_HEADERS.join(','),
      },
    }

    const response = await createSandbox().request(toRequest(request))

    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(listed(response, 'Access-Control-Allow-Methods')).toEqual(
      expect.arrayContaining(['GET', 'HEAD', 'POST']),
    )
    expect(listed(response, 'Access-Control-Allow-Headers')).toEqual(
      expect.arrayContaining([...BARS_HEADERS]),
    )
  })
}

// biome-ignore format: a table reads by column
const ANSWERS = [
  { status: 200, request: requestOf('booking-accepted', { headers: BROWSER }) },
  { status: 400, request: requestOf('slot-free', { headers: { ...BROWSER, 'X-Request-Id': undefined } }) },
  { status: 404, request: requestOf('slot-free', { headers: BROWSER, path: '/nothing' }) },
  { status: 405, request: requestOf('slot-free', { headers: BROWSER, method: 'PUT' }) },
  { status: 406, request: requestOf('slot-free', { headers: { ...BROWSER, Accept: 'text/html' } }) },
  { status: 408, request: requestOf('slot-timeout-408', { headers: BROWSER }) },
  { status: 413, request: requestOf('booking-accepted', { headers: { ...BROWSER, 'Content-Length': '600000' } }) },
  { status: 415, request: requestOf('booking-accepted', { headers: { ...BROWSER, 'Content-Type': 'text/plain' } }) },
  { status: 500, request: requestOf('referral-server-error-500', { headers: BROWSER }) },
]

for (const { status, request } of ANSWERS) {
  it(`lets a page of another origin read an answer of ${status}`, async ({ expect }) => {
    const response = await createSandbox().request(toRequest(request))

    expect(response.status).toBe(status)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(listed(response, 'Access-Control-Expose-Headers')).toEqual(
      expect.arrayContaining([...READABLE]),
    )
  })
}

it('lets a page of another origin read a 404 outside the API', async ({ expect }) => {
  const response = await createSandbox().request('/nothing', { headers: BROWSER })

  expect(response.status).toBe(404)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
})
