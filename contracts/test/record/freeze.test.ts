import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import * as z from 'zod'
import { buildRequest, type Client, recordPact, type ScenarioId } from '../../src/index.ts'
import { rowOf } from '../../src/scenario.ts'
import { SCENARIO_IDS } from '../../src/scenario-ids.ts'
import { scratchFolder } from '../support/scratch.ts'
import { mints } from './client.ts'
import { interactionsIn } from './pact-read.ts'

const Message = z.object({
  id: z.string(),
  timestamp: z.string(),
  entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })),
})

const record = (id: ScenarioId, client: Client): Promise<string> =>
  recordPact(id, client, { consumer: 'acme', dir: scratchFolder() })

/** A scenario of each kind of message, and of each read. */
const KINDS = new Map(SCENARIO_IDS.map((id) => [rowOf(id).on[0] ?? id, id]))

for (const [kind, id] of KINDS) {
  it(`writes the same bytes for a client that makes the ids and times of a ${kind} afresh`, async ({
    expect,
  }) => {
    const [first, second] = [await record(id, mints(id)), await record(id, mints(id))]

    expect(readFileSync(first, 'utf8')).toBe(readFileSync(second, 'utf8'))
  })
}

it('renames ids so that references still lead where they led', async ({ expect }) => {
  const file = await record('booking-accepted', mints('booking-accepted'))

  const text = JSON.stringify(interactionsIn(file)[0]?.request.body?.content)
  const fullUrls = [...text.matchAll(/"fullUrl":"([^"]+)"/g)].map(([, url]) => url)
  const references = [...text.matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url)
  expect(new Set(fullUrls).size).toBe(fullUrls.length)
  expect(references.length).toBeGreaterThan(5)
  expect(references.filter((each) => !fullUrls.includes(each))).toEqual([])
})

it('keeps the ids that a scenario is about', async ({ expect }) => {
  const linked = '111-ed-refer-linked-appointment-booked'

  const file = await record(linked, mints(linked))

  expect(readFileSync(file, 'utf8')).toContain(
    '"reference": "Appointment/9a8df080-bfbc-457f-b30f-664bba7760a4"',
  )
})

it('freezes what was now, moves what was to come, and leaves what is past', async ({ expect }) => {
  const DAY_MS = 24 * 60 * 60 * 1000
  const ahead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

  const file = await record('booking-accepted', async (baseUrl) => {
    const { path, headers, body } = buildRequest('booking-accepted')
    const text = JSON.stringify(body)
      .replace(
        '"timestamp":"2035-01-15T09:00:00.0000000+00:00"',
        '"timestamp":"2020-02-02T02:02:02Z"',
      )
      .replaceAll('2035-01-15T10:00:00+00:00', `${ahead(3)}T14:30:00+01:00`)
      .replaceAll('2035-01-15T10:15:00+00:00', `${ahead(4)}T14:45:00.5Z`)
      .replace(
        '"resourceType":"Appointment",',
        `"resourceType":"Appointment","created":"${new Date().toISOString()}","minutesDuration":15,"requestedPeriod":[{"start":"2001-01-01T01:01:01Z"}],`,
      )
    await fetch(baseUrl + path, { method: 'POST', headers: { ...headers }, body: text })
  })

  const { id, timestamp, entry } = Message.parse(interactionsIn(file)[0]?.request.body?.content)
  const appointment = entry.find(({ resource }) => resource.resourceType === 'Appointment')
  expect({ id, timestamp, ...appointment?.resource }).toMatchObject({
    id: '0ba25002-0000-4000-8000-000000000001',
    timestamp: '2035-01-15T09:00:00.0000000+00:00',
    created: '2035-01-15T09:00:00.0000000+00:00',
    start: '2035-01-16T14:30:00+01:00',
    end: '2035-01-17T14:45:00.5Z',
    requestedPeriod: [{ start: '2001-01-01T01:01:01Z' }],
  })
})

it('renames an id within a base64 header, and leaves other headers as they were sent', async ({
  expect,
}) => {
  const device = (id: string) => ({
    resourceType: 'Device',
    id,
    identifier: [{ system: 'https://acme.example/software', value: 'Größe' }],
    version: [{ value: '1.0' }],
  })
  const encoded = (json: object) => Buffer.from(JSON.stringify(json, null, 1)).toString('base64')
  const { headers, path } = buildRequest('booking-get')
  const target = encoded({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: '2000072489' })

  const file = await record('booking-get', async (baseUrl) => {
    const sent = {
      ...headers,
      'NHSD-Target-Identifier': target,
      'NHSD-Requesting-Software': encoded(device(crypto.randomUUID())),
    }
    await fetch(baseUrl + path, { headers: sent })
  })

  const kept = interactionsIn(file)[0]?.request.headers ?? {}
  const [software = ''] = kept['NHSD-Requesting-Software'] ?? []
  expect(kept['NHSD-Target-Identifier']).toEqual([target])
  expect(JSON.parse(Buffer.from(software, 'base64').toString())).toEqual(
    device('0ba25005-0000-4000-8000-000000000001'),
  )
})

/** A client that searches for Slots in a range. */
const searches =
  (...bounds: readonly string[]): Client =>
  async (baseUrl) => {
    const { path, headers } = buildRequest('slot-free')
    const url = new URL(baseUrl + path)
    url.searchParams.delete('start')
    for (const bound of bounds) url.searchParams.append('start', bound)
    await fetch(url, { headers: { ...headers } })
  }

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

it('moves the range of a search that begins now', async ({ expect }) => {
  const now = Date.now()
  const bounds = [`ge${new Date(now).toISOString()}`, `le${new Date(now + WEEK_MS).toISOString()}`]

  const file = await record('slot-free', searches(...bounds))

  expect(interactionsIn(file)[0]?.request.query?.['start']).toEqual([
    'ge2035-01-15T09:00:00.0000000+00:00',
    'le2035-01-22T09:00:00.0000000+00:00',
  ])
})

it('moves the range of a search by whole days', async ({ expect }) => {
  const day = new Date(Date.now() + WEEK_MS).toISOString().slice(0, 10)

  const file = await record('slot-free', searches(`le${day}T23:59:59Z`, `ge${day}T08:00:00+00:00`))

  expect(interactionsIn(file)[0]?.request.query?.['start']).toEqual([
    'le2035-01-15T23:59:59Z',
    'ge2035-01-15T08:00:00+00:00',
  ])
})
