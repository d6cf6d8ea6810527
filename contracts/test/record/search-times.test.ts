import { it } from 'vitest'
import { buildRequest, type Client, recordPact } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { interactionsIn } from './pact-read.ts'

const record = (client: Client): Promise<string> =>
  recordPact('slot-free', client, { consumer: 'acme', dir: scratchFolder() })

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

  const file = await record(searches(...bounds))

  expect(interactionsIn(file)[0]?.request.query?.['start']).toEqual([
    'ge2035-01-15T09:00:00.0000000+00:00',
    'le2035-01-22T09:00:00.0000000+00:00',
  ])
})

it('moves the range of a search by whole days', async ({ expect }) => {
  const day = new Date(Date.now() + WEEK_MS).toISOString().slice(0, 10)

  const file = await record(searches(`le${day}T23:59:59Z`, `ge${day}T08:00:00+00:00`))

  expect(interactionsIn(file)[0]?.request.query?.['start']).toEqual([
    'le2035-01-15T23:59:59Z',
    'ge2035-01-15T08:00:00+00:00',
  ])
})
