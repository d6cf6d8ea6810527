import { it } from 'vitest'
import { answerOf, type BadInput, mended, refused, sent } from '../../support/bad-input.ts'
import { requestOf } from '../../support/request-of.ts'
import { BASE, createSandbox, toRequest } from '../../support/sandbox.ts'

const BASE_PATH = '/booking-and-referral/FHIR/R4'

const REQUESTS =
  'GET /metadata, GET /MessageDefinition, GET /Slot, GET /Appointment/{id}, ' +
  'GET /ServiceRequest/{id}, GET /Appointment, GET /ServiceRequest, POST /$process-message'

const unknown = (expected: string, meant?: string) =>
  ({
    status: 404,
    code: 'PROXY_NOT_FOUND',
    issue: 'not-found',
    diagnostics: `the request path: received one that the sandbox does not have; expected ${expected}${mended(meant && `did you mean ${BASE_PATH}${meant}? Paths are matched letter for letter`)}`,
  }) as const

const BOOKING = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'

/** The paths that nearly are an endpoint's, and its. */
const NEAR_MISSES: Readonly<Record<string, string>> = {
  '/Metadata': '/metadata',
  '/metadata/': '/metadata',
  '/slot': '/Slot',
  '/SLOT': '/Slot',
  '/Slot/': '/Slot',
  '/Slots': '/Slot',
  '/Slot/1': '/Slot',
  '//Slot': '/Slot',
  '/MessageDefinitions': '/MessageDefinition',
  '/appointment': '/Appointment',
  '/Appointments': '/Appointment',
  '/ServiceRequests/': '/ServiceRequest',
  [`/Appointment/${BOOKING}/`]: '/Appointment/{id}',
  [`/appointment/${BOOKING}`]: '/Appointment/{id}',
  '/process-message': '/$process-message',
  '/$process-message/': '/$process-message',
  '/$Process-Message': '/$process-message',
  '/$processMessage': '/$process-message',
}

const OTHER_PATHS = [
  '',
  '/',
  `/Appointment/${BOOKING}/_history`,
  `/Patient/${BOOKING}`,
  '/$validate',
  '/MessageHeader/$process-message',
  '/%',
  '/%ZZ',
  '/%FF',
  '/%00',
  '/constructor',
  `/${'x'.repeat(8000)}`,
]

const missing = (method: string, path: string): BadInput => ({
  title: `${method} ${path.slice(0, 60) || 'of the base URL'} is asked for`,
  request: requestOf('slot-free', { method, path }),
  ...unknown(REQUESTS, NEAR_MISSES[path]),
})

const ROWS = [
  ...[...Object.keys(NEAR_MISSES), ...OTHER_PATHS].map((path) => missing('GET', path)),
  missing('POST', '/Slot/'),
  missing('DELETE', '/Patient/1'),
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const OUTSIDE = [
  '/booking-and-referral',
  '/booking-and-referral/FHIR/STU3/metadata',
  '/booking-and-referral/fhir/r4/metadata',
  '/FHIR/R4/metadata',
  '/favicon.php',
  '/_pong',
]

const NOT_SPACES = ['ab', 'Team', 'a_b_c', 'a%20b', 'x'.repeat(65)]

const NO_SUCH_SPACE =
  'the request path: received one that the sandbox does not have in a space; expected ' +
  '/s/{space}/ and a path of the sandbox; a space is 3 to 64 of a-z, 0-9 and -.'

const outside: readonly BadInput[] = [
  ...OUTSIDE.map((path) => ({
    ...missing('GET', path),
    ...unknown(
      `/_ping, /_status, /_sandbox/scenarios or, under ${BASE_PATH}, ${REQUESTS}`,
      path.endsWith('/fhir/r4/metadata') ? '/metadata' : undefined,
    ),
  })),
  ...NOT_SPACES.map((space) => ({
    ...missing('GET', `/s/${space}/booking-and-referral/FHIR/R4/metadata`),
    diagnostics: NO_SUCH_SPACE,
  })),
]

for (const row of outside) {
  it(`answers 404 outside the API when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(toRequest(row.request, new URL(BASE).origin))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

for (const path of ['/$process-message', '/%24process-message', '/%24process%2Dmessage']) {
  it(`answers a message posted to ${path}`, async ({ expect }) => {
    const request = requestOf('booking-accepted', { path })

    const response = await createSandbox().request(toRequest(request))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe('booking-accepted')
  })
}

it('knows its own base URL where a character of the path is escaped', async ({ expect }) => {
  const { pathname } = new URL(BASE)
  const escaped = pathname.replace('R4', 'R%34')

  const response = await createSandbox().request(`${escaped}/metadata`)

  expect(await response.json()).toMatchObject({
    implementation: { url: expect.stringMatching(/\/booking-and-referral\/FHIR\/R(4|%34)$/) },
  })
})
