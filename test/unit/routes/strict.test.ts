import { it } from 'vitest'
import * as z from 'zod'
import { exampleRequest } from '../../../src/examples/request.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import { messageBy } from '../../support/conversation.ts'
import { issuesIn } from '../../support/issues.ts'
import { type Changes, requestOf } from '../../support/request-of.ts'
import {
  createSandbox,
  reportsInMemory,
  type TestRequest,
  toRequest,
} from '../../support/sandbox.ts'

const ORIGIN = 'https://sandbox.test'
const STRICT = { Prefer: 'handling=strict' }

const strictly = (request: TestRequest): TestRequest => ({
  ...request,
  headers: { ...request.headers, ...STRICT },
})

const gistOf = async (response: Response) =>
  (await issuesIn(response)).map(({ issue, where }) => [issue, where])

it('answers every example as it does without it', { timeout: 30_000 }, async ({ expect }) => {
  const answers: unknown[] = []
  const wanted: unknown[] = []
  for (const scenario of CATALOGUE) {
    const app = createSandbox()
    for (const state of scenario.given ?? []) {
      const body = JSON.stringify({ state })
      await app.request(`${ORIGIN}/_sandbox/organisations/A1001/state`, { method: 'PUT', body })
    }
    const { headers } = await app.request(toRequest(strictly(exampleRequest(scenario))))
    answers.push(headers.get('Sandbox-Scenario'))
    wanted.push(scenario.id)
  }

  expect(answers).toEqual(wanted)
})

it('tells of each error, the first of which decides, and of no warning', async ({ expect }) => {
  const request = requestOf('booking-accepted', {
    headers: { 'use-context': undefined, ...STRICT },
    edits: { 'Bundle.meta.versionId': '9.0.0', 'Patient.gender': 'm' },
  })

  const response = await createSandbox().request(toRequest(request))

  expect([response.status, response.headers.get('Sandbox-Scenario')]).toEqual([400, null])
  expect(await gistOf(response)).toEqual([
    ['invariant', expect.stringMatching(/^Bundle\.entry\[\d\]\.resource\.gender$/)],
    ['not-supported', 'Bundle.meta.versionId'],
    ['required', 'header use-context'],
  ])
})

it('tells of fifty errors at most', async ({ expect }) => {
  const nonsense = Array.from({ length: 80 }, () => ({ resource: { resourceType: 'Nonsense' } }))
  const { body, ...request } = requestOf('booking-accepted', { headers: STRICT })
  const message = { ...Object(body), entry: [...Object(body).entry, ...nonsense] }

  const response = await createSandbox().request(toRequest({ ...request, body: message }))

  expect((await issuesIn(response)).length).toBe(50)
})

it('is decided by what is refused anyway, and tells of the rest too', async ({ expect }) => {
  const request = requestOf('booking-accepted', {
    headers: { ...STRICT, 'X-Request-Id': 'x', 'use-context': undefined },
    edits: { 'Bundle.meta.versionId': undefined },
  })

  const response = await createSandbox().request(toRequest(request))

  expect(response.status).toBe(400)
  expect(await gistOf(response)).toEqual([
    ['value', 'header X-Request-Id'],
    ['invariant', 'Bundle.meta.versionId'],
    ['required', 'header use-context'],
  ])
})

it('refuses before anything changes', async ({ expect }) => {
  const app = createSandbox()
  const wrong = messageBy('A1001', 'book', { 'Bundle.meta.versionId': undefined })

  const { status } = await app.request(toRequest(strictly(wrong)))

  const organisation = await app.request(`${ORIGIN}/_sandbox/organisations/A1001`)
  expect([status, await organisation.json()]).toMatchObject([400, { state: 'initial' }])
})

const HANDLING: readonly (readonly [prefer: string, status: number])[] = [
  ['handling=strict', 400],
  ['return=minimal, handling="strict"', 400],
  ['respond-async; handling=strict', 400],
  ['Handling = Strict', 400],
  ['handling=lenient', 200],
  ['handling=stricter', 200],
  ['mishandling=strict', 200],
]

for (const [Prefer, status] of HANDLING) {
  it(`answers ${status} to who prefers ${Prefer}`, async ({ expect }) => {
    const request = requestOf('booking-accepted', {
      headers: { Prefer, 'use-context': undefined },
    })

    const response = await createSandbox().request(toRequest(request))

    expect(response.status).toBe(status)
  })
}

it('leaves test targets their answer, whatever is asked of them', async ({ expect }) => {
  const request = requestOf('test-target-409', {
    headers: { ...STRICT, 'X-Request-Id': undefined },
  })

  const response = await createSandbox().request(toRequest(request))

  expect([response.status, response.headers.get('Sandbox-Scenario')]).toEqual([
    409,
    'test-target-409',
  ])
})

it('refuses what goes against the rules before a scenario refuses it', async ({ expect }) => {
  const request = requestOf('booking-conflict-409', {
    headers: { ...STRICT, 'use-context': undefined },
  })

  const response = await createSandbox().request(toRequest(request))

  expect([response.status, response.headers.get('Sandbox-Scenario')]).toEqual([400, null])
})

const Told = z.object({ findings: z.array(z.object({ rule: z.string() })) })

const NEW_ID = '7f1d4a52-93a5-4a42-9a50-0e0a4c3d1f99'

const again = async (first: Changes, second: Changes) => {
  const app = createSandbox({ reports: reportsInMemory() })
  await app.request(toRequest(requestOf('booking-accepted', first)))
  const answer = await app.request(toRequest(strictly(requestOf('booking-accepted', second))))
  const report = await app.request(answer.headers.get('Sandbox-Report') ?? '')
  const { findings } = Told.parse(await report.json())
  return [answer.status, findings.map(({ rule }) => rule)]
}

it('refuses an X-Request-Id that was accepted today, and warns of a Bundle.id', async ({
  expect,
}) => {
  const withNewId = { headers: { 'X-Request-Id': NEW_ID } }

  expect(await again({}, {})).toEqual([409, ['http/x-request-id.again', 'message/id.again']])
  expect(await again({}, withNewId)).toEqual([200, ['message/id.again']])
  expect(await again({}, { ...withNewId, edits: { 'Bundle.id': NEW_ID } })).toEqual([200, []])
  expect(await again({ body: '{}' }, {})).toEqual([200, []])
})

it('refuses a use case that the service does not offer', async ({ expect }) => {
  const service = (value: string) =>
    btoa(JSON.stringify({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value }))
  const ask = (id: string, value: string) =>
    createSandbox().request(
      toRequest(
        requestOf(id, { headers: { ...STRICT, 'NHSD-Target-Identifier': service(value) } }),
      ),
    )

  const answers = [
    await ask('validation-accepted', '2000003366'),
    await ask('referral-accepted', '2000003366'),
    await ask('booking-accepted', '2000003366'),
    await ask('booking-accepted', '2000011147'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 422, 422, 200])
})

it('says in the report what is nearly a sentinel', async ({ expect }) => {
  const app = createSandbox({ reports: reportsInMemory() })
  const report = async (identifier: object) => {
    const request = requestOf('booking-accepted', {
      edits: { 'Patient.identifier': [{ ...identifier }] },
    })
    const { headers } = await app.request(toRequest(request))
    return (await app.request(`${headers.get('Sandbox-Report')}.txt`)).text()
  }

  const [number, other] = [
    await report({ system: 'https://fhir.nhs.uk/Id/nhs-number', value: 9933902830 }),
    await report({ system: 'https://fhir.hl7.org.uk/Id/nhs-number', value: '9933902830' }),
  ]

  expect(number).toContain('received a sentinel as a number')
  expect(other).toContain('received a sentinel of another system')
  for (const text of [number, other]) expect(text).toContain('then it chooses booking-conflict-409')
})
