import { it } from 'vitest'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

// Requests of a legal size that cost more than their size if they are read carelessly.

// Of the processor's time, so that a busy machine fails no test.
const MOST_MS = 1000

const MARK = '"<here>"'

/** The referral with that JSON at that place. */
const referral = (place: string, json: string) => {
  const { body, ...request } = requestOf('referral-accepted', { edits: { [place]: '<here>' } })
  return { ...request, body: JSON.stringify(body).replace(MARK, () => json) }
}

const nested = (depth: number, open = '[', inside = '', close = ']') =>
  open.repeat(depth) + inside + close.repeat(depth)
const listOf = (count: number, item: string) => `[${Array(count).fill(item).join(',')}]`

const EXTRA = '{"resource":{"resourceType":"ServiceRequest"}}'
const manyFocuses = () => {
  const request = referral('MessageHeader.focus', listOf(12_000, '{"reference":"a"}'))
  return {
    ...request,
    body: request.body.replace('"entry":[', `"entry":[${`${EXTRA},`.repeat(5000)}`),
  }
}

const header = (name: string, value: string) =>
  requestOf('referral-accepted', { headers: { [name]: value } })
const SPACED = `A${' '.repeat(100_000)}!`

const search = (parameters: string) =>
  requestOf('slot-free', { path: `${requestOf('slot-free').path}&${parameters}` })

// biome-ignore format: a table reads by column
const ROWS = [
  { title: '200,000 nested lists in an entry', status: 400, request: referral('Patient.name', nested(200_000)) },
  { title: '80,000 nested objects in an entry', status: 400, request: referral('Patient.name', nested(80_000, '{"a":', '1', '}')) },
  { title: '200,000 nested lists around a number that is not written as JavaScript would', status: 400, request: referral('Patient.name', nested(200_000, '[', '1.0')) },
  { title: '100,000 numbers that are not written as JavaScript would', status: 422, request: referral('Patient.name', listOf(100_000, '1.0')) },
  { title: '400,000 digits', status: 200, request: referral('Patient.name', '1'.repeat(400_000)) },
  { title: '400,000 digits after a point', status: 200, request: referral('Patient.name', `0.${'1'.repeat(400_000)}`) },
  { title: '400,000 spaces', status: 200, request: referral('Patient.name', `[${' '.repeat(400_000)}]`) },
  { title: '200,000 nested lists where the reason is', status: 400, request: referral('MessageHeader.reason', nested(200_000)) },
  { title: '200,000 nested lists where the category is', status: 400, request: referral('ServiceRequest.category', nested(200_000)) },
  { title: '200,000 nested lists where the NHS number is', status: 400, request: referral('Patient.identifier', nested(200_000)) },
  { title: '200,000 nested lists where an entry is', status: 400, request: referral('Bundle.entry.1', nested(200_000)) },
  { title: '500,000 lists that never end', status: 400, request: referral('Patient.name', '['.repeat(500_000)) },
  { title: 'a definition of 100,000 bars', status: 200, request: referral('MessageHeader.definition', `"${'|'.repeat(100_000)}\\nx"`) },
  { title: '12,000 focuses and 5,000 ServiceRequests', status: 400, request: manyFocuses() },
  { title: '20,000 codings of a category', status: 200, request: referral('ServiceRequest.category.-', `{"coding":${listOf(20_000, '{"code":"x"}')}}`) },
  { title: '30,000 NHS numbers that are empty', status: 200, request: referral('Patient.identifier', listOf(30_000, '{"value":""}')) },
  { title: '100,000 spaces in the target', status: 400, request: header('NHSD-Target-Identifier', SPACED) },
  { title: '100,000 spaces in the organisation', status: 400, request: header('NHSD-End-User-Organisation', SPACED) },
  { title: '100,000 media ranges', status: 200, request: header('Accept', `${'a/b;q=1,'.repeat(100_000)}*/*`) },
  { title: '100,000 characters of a message id', status: 400, request: header('X-Request-Id', '0'.repeat(100_000)) },
  { title: '50,000 includes', status: 200, request: search('_include=a&'.repeat(50_000)) },
  { title: '50,000 statuses', status: 200, request: search(`status=${'free,'.repeat(50_000)}free`) },
  { title: '20,000 starts', status: 400, request: search('start=ge2035-01-15T00:00:00Z&'.repeat(20_000)) },
] as const

for (const { title, status, request } of ROWS) {
  it(`answers ${title} at once`, { timeout: 60_000 }, async ({ expect }) => {
    const sent = toRequest(request)
    const began = process.cpuUsage()

    const response = await createSandbox().request(sent)

    const { user, system } = process.cpuUsage(began)
    expect(response.status).toBe(status)
    expect((user + system) / 1000).toBeLessThan(MOST_MS)
  })
}
