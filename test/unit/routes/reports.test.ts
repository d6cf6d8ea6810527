import { unzipSync } from 'fflate'
import { it } from 'vitest'
import * as z from 'zod'
import type { Changes } from '../../support/request-of.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, reportsInMemory, toRequest } from '../../support/sandbox.ts'

const ORIGIN = 'https://sandbox.test'
const FHIR = '/booking-and-referral/FHIR/R4'

const Told = z.object({
  id: z.string(),
  scenario: z.nullable(z.string()),
  request: z.object({ method: z.string(), path: z.string(), status: z.number() }),
  answer: z.string(),
  findings: z.array(z.object({ rule: z.string(), location: z.string() })),
})

const standing = () => {
  const app = createSandbox({ reports: reportsInMemory() })
  const ask = (id: string, changes?: Changes, root = ORIGIN) =>
    app.request(toRequest(requestOf(id, changes), `${root}${FHIR}`))
  const get = (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init)
  const reportOf = async (response: Response) =>
    Told.parse(await (await app.request(response.headers.get('Sandbox-Report') ?? '')).json())
  return { app, ask, get, reportOf }
}

const NO_CONTEXT = { headers: { 'use-context': undefined } }

it('gives the address of a report on what is accepted, with all that is wrong with it', async ({
  expect,
}) => {
  const { ask, get } = standing()

  const { headers } = await ask('booking-accepted', {
    ...NO_CONTEXT,
    edits: { 'Bundle.meta.versionId': undefined },
  })

  const address = headers.get('Sandbox-Report') ?? ''
  expect(address).toMatch(/^https:\/\/sandbox\.test\/_sandbox\/reports\/A1001\.[0-9a-f]{32}$/)
  expect(headers.get('Access-Control-Expose-Headers')).toContain('Sandbox-Report')
  expect(await (await get(address.slice(ORIGIN.length))).json()).toEqual({
    id: address.split('/').at(-1),
    at: '2030-01-14T12:00:00.000Z',
    scenario: 'booking-accepted',
    request: { method: 'POST', path: '/$process-message', status: 200 },
    answer: 'scenario booking-accepted accepts the request',
    standard: { guide: '1.12.0', core: '1.5.0' },
    counts: { error: 2, warning: 0, information: 0 },
    findings: [
      expect.objectContaining({
        rule: 'bundle/Bundle.meta.versionId',
        location: 'Bundle.meta.versionId',
        line: 1,
        column: expect.any(Number),
      }),
      expect.objectContaining({ rule: 'http/use-context', location: 'header use-context' }),
    ],
  })
})

interface Row extends Changes {
  readonly title: string
  readonly id: string
  readonly status: number
  readonly rules: readonly string[]
}

const noIds = { 'X-Request-Id': undefined, 'X-Correlation-Id': 'no UUID' }

// biome-ignore format: a table reads by column
const REFUSED: readonly Row[] = [
  { title: 'ids that are none',           id: 'slot-free',        headers: noIds,                                status: 400, rules: ['http/x-request-id', 'http/x-correlation-id'] },
  { title: 'a verb that is not offered',  id: 'slot-free',        method: 'DELETE',                              status: 405, rules: ['http/method'] },
  { title: 'a path that is not there',    id: 'slot-free',        path: '/Slots',                                status: 404, rules: ['http/path'] },
  { title: 'a media type',                id: 'slot-free',        headers: { Accept: 'text/html' },              status: 406, rules: ['http/accept', 'http/accept.version'] },
  { title: 'a body that is no JSON',      id: 'booking-accepted', body: '{',                                     status: 400, rules: ['bundle/body'] },
  { title: 'a message for its headers, and all else that is wrong with it', id: 'booking-accepted', headers: { 'X-Request-Id': 'x' }, edits: { 'Bundle.timestamp': 'yesterday' }, status: 400, rules: ['http/x-request-id', 'r4/form'] },
]

for (const { title, id, status, rules, ...changes } of REFUSED) {
  it(`reports on a refusal of ${title}`, async ({ expect }) => {
    const { ask, reportOf } = standing()

    const report = await reportOf(await ask(id, changes))

    expect([report.scenario, report.request.status]).toEqual([null, status])
    expect(report.answer).toBe('the sandbox refuses the request: no scenario asked for that')
    expect(report.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]))
  })
}

it("says of a refusal on purpose that it is the scenario's", async ({ expect }) => {
  const { ask, reportOf } = standing()

  const report = await reportOf(await ask('booking-conflict-409'))

  expect([report.request.status, report.answer, report.findings]).toEqual([
    409,
    "this answer is the scenario's: booking-conflict-409 refuses a request whatever it says",
    [],
  ])
})

it('shows of a path the id that is a UUID, and nothing of any other', async ({ expect }) => {
  const { ask, reportOf } = standing()
  const id = 'ce1c4ced-2a84-4198-9982-9caf894d0bb7'

  const paths = [`/Appointment/${id}?a=9434765919`, '/Appointment/9434765919', '/Smith/Jones'].map(
    async (path) => (await reportOf(await ask('booking-get', { path }))).request.path,
  )

  expect(await Promise.all(paths)).toEqual([
    `/Appointment/${id}`,
    '/Appointment/{id}',
    'a path of another kind',
  ])
})

it('keeps what names no organisation for nobody, and what is refused early for its own', async ({
  expect,
}) => {
  const { ask, get, reportOf } = standing()

  const nobodys = await reportOf(
    await ask('slot-free', { headers: { 'NHSD-End-User-Organisation': 'x' } }),
  )
  const its = await reportOf(await ask('slot-free', { headers: { 'X-Request-Id': 'x' } }))

  const list = await get('/_sandbox/organisations/A1001/reports')
  expect(nobodys.id).toMatch(/^nobody\./)
  expect(await list.json()).toMatchObject({ reports: [{ id: its.id }] })
})

it('keeps the spaces apart, those of paths that are not there too', async ({ expect }) => {
  const { app, ask, get } = standing()
  const space = `${ORIGIN}/s/team-1`

  const answers = [
    await ask('booking-accepted', {}, space),
    await ask('slot-free', { path: '/Slots' }, space),
  ]
  const addresses = answers.map(({ headers }) => headers.get('Sandbox-Report') ?? '')
  const inSpace = await Promise.all(addresses.map(async (each) => (await app.request(each)).status))
  const without = await Promise.all(
    addresses.map(async (each) => (await app.request(each.replace('/s/team-1', ''))).status),
  )

  expect(addresses.every((each) => each.startsWith(`${space}/_sandbox/reports/`))).toBe(true)
  expect([inSpace, without]).toEqual([
    [200, 200],
    [404, 404],
  ])
  expect(await (await get('/_sandbox/organisations/A1001/reports')).json()).toEqual({ reports: [] })
})

const FORMS: readonly (readonly [
  extension: string,
  accept: string,
  type: string,
  begins: string,
])[] = [
  ['', '*/*', 'application/json', '{'],
  ['.json', 'text/plain', 'application/json', '{'],
  ['', 'text/plain', 'text/plain', 'POST /$process-message'],
  ['.txt', '*/*', 'text/plain', 'POST /$process-message'],
  ['', 'application/xml;q=0.9, text/html', 'application/xml', '<?xml'],
  ['.junit.xml', '*/*', 'application/xml', '<?xml'],
  ['', 'application/sarif+json', 'application/sarif+json', '{\n  "$schema"'],
  ['.sarif', '*/*', 'application/sarif+json', '{\n  "$schema"'],
]

for (const [extension, accept, type, begins] of FORMS) {
  it(`shows a report${extension} as ${type} to who accepts ${accept}`, async ({ expect }) => {
    const { app, ask } = standing()
    const { headers } = await ask('booking-accepted')

    const shown = await app.request(`${headers.get('Sandbox-Report')}${extension}`, {
      headers: { Accept: accept },
    })

    expect(shown.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`)
    expect((await shown.text()).startsWith(begins)).toBe(true)
  })
}

it('pins a report', async ({ expect }) => {
  const { app, ask } = standing()
  const address = (await ask('slot-free')).headers.get('Sandbox-Report') ?? ''

  const pinned = await app.request(`${address}/pin`, { method: 'PUT' })

  expect([pinned.status, await pinned.json()]).toEqual([
    200,
    { id: address.split('/').at(-1), pinnedUntil: '2030-01-21T12:00:00.000Z' },
  ])
})

const WRONG: readonly (readonly [method: string, path: string, status: number])[] = [
  ['GET', '/reports/A1001.00000000000000000000000000000001', 404],
  ['GET', '/reports/9434765919', 404],
  ['GET', '/reports/A1001.00000000000000000000000000000001.pdf', 404],
  ['POST', '/reports/A1001.00000000000000000000000000000001', 405],
  ['PUT', '/reports/A1001.00000000000000000000000000000001/pin', 404],
  ['GET', '/reports/A1001.00000000000000000000000000000001/pin', 405],
  ['DELETE', '/organisations/A1001/reports', 405],
  ['GET', '/organisations/9434765919/reports', 400],
  ['GET', '/organisations/A1001/reports?severity=fatal', 400],
  ['GET', '/organisations/A1001/reports?since=2030-01-14', 400],
  ['GET', '/organisations/A1001/reports?correlation=9434765919', 400],
  ['GET', '/organisations/A1001/reports?nhsNumber=9434765919', 400],
  ['GET', '/organisations/A1001/reports?rule=a&rule=b', 400],
]

for (const [method, path, status] of WRONG) {
  it(`refuses ${method} ${path} with ${status}, and repeats nothing of it`, async ({ expect }) => {
    const response = await standing().get(`/_sandbox${path}`, { method })

    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      status,
      'application/problem+json',
    ])
    expect(await response.text()).not.toContain('9434765919')
  })
}

it('lists what an organisation asked today, by rule and correlation id, and sums it up', async ({
  expect,
}) => {
  const { ask, get } = standing()
  const correlation = 'b2b6574a-9c2a-4198-9982-9caf894d0bb7'
  await ask('booking-accepted', NO_CONTEXT)
  await ask('slot-free', { headers: { 'X-Correlation-Id': correlation } })
  await ask('booking-accepted', { headers: { 'X-Request-Id': correlation } })
  const listed = async (query: string) => {
    const response = await get(`/_sandbox/organisations/A1001/reports?${query}`)
    const page = z.object({ reports: z.array(z.looseObject({ scenario: z.string() })) })
    return page.parse(await response.json()).reports.map(({ scenario }) => scenario)
  }

  expect(await listed('')).toEqual(['booking-accepted', 'slot-free', 'booking-accepted'])
  expect(await listed('rule=http/use-context&severity=error')).toEqual(['booking-accepted'])
  expect(await listed(`correlation=${correlation}`)).toEqual(['slot-free'])
  expect(await listed('since=2030-01-14T12:00:01%2B00:00')).toEqual([])
  const summary = await get('/_sandbox/organisations/A1001/reports/summary')
  expect(await summary.json()).toMatchObject({
    requests: 3,
    scenarios: { 'booking-accepted': 2, 'slot-free': 1 },
    rules: expect.arrayContaining([
      expect.objectContaining({ rule: 'http/use-context', requests: 1, isMended: true }),
    ]),
  })
})

it('gives the day as a zip of few files', async ({ expect }) => {
  const { ask, get } = standing()
  for (let count = 0; count < 120; count += 1) await ask('slot-free')
  await ask('booking-accepted', NO_CONTEXT)

  const zip = await get('/_sandbox/organisations/A1001/reports.zip')

  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(files[name])
  expect(zip.headers.get('Content-Type')).toBe('application/zip')
  expect(Object.keys(files)).toEqual([
    'index.html',
    'reports.json',
    'reports.junit.xml',
    'rules.csv',
  ])
  expect(z.array(Told).parse(JSON.parse(text('reports.json'))).length).toBe(121)
  expect(text('reports.junit.xml').match(/<testsuite /g)?.length).toBe(121)
  expect(text('rules.csv')).toMatch(
    /^"rule",.*\r\n"http\/use-context","error","1","no","BaRS Core, ""HTTP headers""","A1001\.[0-9a-f]{32}"\r\n$/,
  )
  expect(text('index.html')).toContain('<td>http/use-context</td><td>1</td><td>no</td>')
})

it('gives an empty day as a zip too', async ({ expect }) => {
  const zip = await standing().get('/_sandbox/organisations/A1001/reports.zip')

  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  expect(new TextDecoder().decode(files['reports.json'])).toBe('[]\n')
})

it('answers all the same where reports cannot be kept', async ({ expect }) => {
  const app = createSandbox({
    reports: {
      newSecret: () => '0'.repeat(32),
      journals: () => ({
        keep: () => undefined,
        read: async () => undefined,
        pin: async () => undefined,
        entries: async () => [],
        readAll: async () => [],
        wasAccepted: async () => false,
      }),
    },
  })

  const { status } = await app.request(toRequest(requestOf('booking-accepted')))

  expect(status).toBe(200)
})
