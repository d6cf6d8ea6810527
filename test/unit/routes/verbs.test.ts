import { it } from 'vitest'
import { answerOf, type BadInput, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const NOT_ALLOWED = {
  status: 405,
  code: 'REC_METHOD_NOT_ALLOWED',
  issue: 'not-supported',
} as const

const READ = { allow: 'GET, HEAD', wrong: ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'] } as const
const MESSAGE = { allow: 'POST', wrong: ['GET', 'PUT', 'PATCH', 'DELETE', 'LOCK'] } as const

const ENDPOINTS = [
  { id: 'capability-any-service', path: '/metadata', ...READ },
  { id: 'message-definition-any-service', path: '/MessageDefinition', ...READ },
  { id: 'slot-free', path: '/Slot', ...READ },
  { id: 'booking-get', path: '/Appointment/ce1c4ced-2a84-4198-9982-9caf894d0bb7', ...READ },
  { id: 'booking-get', path: '/Appointment/not-a-uuid', ...READ },
  { id: 'referral-get', path: '/ServiceRequest/79120f41-a431-4f08-bcc5-1e67006fcae0', ...READ },
  { id: 'booking-get', path: '/Appointment/', ...READ },
  { id: 'booking-get', path: '/Appointment', ...READ },
  { id: 'referral-get', path: '/ServiceRequest', ...READ },
  { id: 'booking-accepted', path: '/$process-message', ...MESSAGE },
  { id: 'booking-accepted', path: '/%24process-message', ...MESSAGE },
] as const

const ROWS: readonly BadInput[] = ENDPOINTS.flatMap(({ id, path, allow, wrong }) =>
  wrong.map((method) => ({
    title: `${method} is asked of ${path}`,
    request: requestOf(id, { method, path, body: undefined }),
    ...NOT_ALLOWED,
    allow,
    diagnostics: `the request method: received ${method}; expected ${allow}.`,
  })),
)

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

for (const { id, path, allow } of ENDPOINTS.filter(({ allow }) => allow === 'POST')) {
  it(`answers 405 without a body to HEAD of ${path}`, async ({ expect }) => {
    const request = requestOf(id, { method: 'HEAD', path, body: undefined })

    const response = await createSandbox().request(toRequest(request))

    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe(allow)
    expect(await response.text()).toBe('')
  })
}

for (const id of [
  ...['capability-any-service', 'slot-free', 'booking-get', 'referral-get'],
  'booking-accepted-search',
]) {
  it(`answers HEAD of ${id} as GET without a body`, async ({ expect }) => {
    const response = await createSandbox().request(toRequest(requestOf(id, { method: 'HEAD' })))

    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/fhir+json')
    expect(response.headers.get('Sandbox-Scenario')).toBe(id)
    expect(await response.text()).toBe('')
  })
}
