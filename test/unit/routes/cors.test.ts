import { it } from 'vitest'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const READABLE = [
  'Allow',
  'Retry-After',
  'Sandbox-Scenario',
  'X-Correlation-Id',
  'X-Request-Id',
] as const

const BROWSER = { Origin: 'https://supplier.test' }

const listed = (response: Response, name: string): readonly string[] =>
  (response.headers.get(name) ?? '').split(',').map((each) => each.trim())

// What pages send besides BaRS's own headers: tracing, tokens under another name, what a library adds.
const ASKED =
  'authorization,nhsd-id-token,nhsd-target-identifier,sentry-trace,traceparent,use-context'

const PATHS = [
  ...['/metadata', '/Slot', '/Appointment', '/Appointment/1', '/$process-message', '/nothing'],
  ...['/../../../_sandbox/scenarios', '/../../../_pact/state', '/../../../_status', '/../../../'],
]

const preflightTo = (path: string, headers: Readonly<Record<string, string>>) =>
  createSandbox().request(
    toRequest({ method: 'OPTIONS', path, headers: { ...BROWSER, ...headers } }),
  )

for (const path of PATHS) {
  it(`lets a page of another origin send what its browser asks for to ${path}`, async ({
    expect,
  }) => {
    const response = await preflightTo(path, {
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': ASKED,
    })

    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe(ASKED)
    expect(response.headers.get('Vary')).toBe('Access-Control-Request-Headers')
    expect(listed(response, 'Access-Control-Allow-Methods')).toEqual([
      ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    ])
  })
}

it('asks for no credentials', async ({ expect }) => {
  const response = await preflightTo('/Slot', { 'Access-Control-Request-Method': 'GET' })

  expect(response.headers.get('Access-Control-Allow-Headers')).toBe('')
  expect(response.headers.has('Access-Control-Allow-Credentials')).toBe(false)
})

// biome-ignore format: a table reads by column
const ANSWERS = [
  { status: 200, request: requestOf('booking-accepted', { headers: BROWSER }) },
  { status: 400, request: requestOf('slot-free', { headers: { ...BROWSER, 'X-Request-Id': undefined } }) },
  { status: 404, request: requestOf('slot-free', { headers: BROWSER, path: '/nothing' }) },
  { status: 405, request: requestOf('slot-free', { headers: BROWSER, method: 'PUT' }) },
  { status: 405, request: requestOf('booking-get', { headers: BROWSER, method: 'PATCH' }) },
  { status: 405, request: requestOf('booking-accepted', { headers: BROWSER, method: 'DELETE' }) },
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
