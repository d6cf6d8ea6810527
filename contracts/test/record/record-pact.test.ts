import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest, recordPact, scenario, verifyPact } from '../../src/index.ts'
import { SCENARIO_IDS } from '../../src/scenario-ids.ts'
import { sample } from '../mutants/sample.ts'
import { scratchFolder } from '../support/scratch.ts'
import { sends } from './client.ts'
import { interactionsIn, keysIn } from './pact-read.ts'

const consumer = 'acme'

it("writes the client's own request, and what it is answered", async ({ expect }) => {
  const dir = scratchFolder()

  const file = await recordPact(
    'booking-conflict-409',
    sends('booking-conflict-409', (body) => body.replace('"family":"Example"', '"family":"Acme"')),
    { consumer, dir },
  )

  const [interaction] = interactionsIn(file)
  expect(file).toBe(join(dir, 'acme-bars-receiver.json'))
  expect(interaction).toMatchObject({
    type: 'Synchronous/HTTP',
    key: 'booking-conflict-409',
    description: 'booking-conflict-409: New booking of a Slot that is taken',
    providerStates: [{ name: 'scenario booking-conflict-409' }],
    request: { method: 'POST', path: '/$process-message' },
    response: { status: 409 },
  })
  expect(JSON.stringify(interaction?.request.body)).toContain('"family":"Acme"')
  expect(interaction?.request.generators).toBeUndefined()
})

it('writes pacts of scenarios that the sandbox keeps', async ({ expect }) => {
  const dir = scratchFolder()
  const ids = sample(SCENARIO_IDS)
  const files = new Set<string>()
  // A file for each suite: a long one takes long to read and write again for each scenario.
  for (const id of ids) {
    const options = { consumer: scenario(id).suite, dir }
    files.add(await recordPact(id, sends(id), options))
  }

  const { ok, interactions } = await verifyPact({ files: [...files] })

  expect(interactions.filter((each) => !each.ok)).toEqual([])
  expect([ok, interactions.length]).toEqual([true, ids.length])
}, 120_000)

it('records what has only violations that are to be ignored', async ({ expect }) => {
  const client = sends('booking-accepted', (body) =>
    body.replace('"status":"free"', '"status":"open"'),
  )
  const options = { consumer, dir: scratchFolder() }

  await expect(recordPact('booking-accepted', client, options)).rejects.toThrow('# r4/code: ')
  expect(await recordPact('booking-accepted', client, { ...options, ignore: ['r4/code'] })).toBe(
    join(options.dir, 'acme-bars-receiver.json'),
  )
})

it('keeps the headers of BaRS alone, spelt as published', async ({ expect }) => {
  const file = await recordPact(
    'booking-accepted',
    async (baseUrl) => {
      const { path, headers, body } = buildRequest('booking-accepted')
      const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
      const sent = {
        ...Object.fromEntries(lower),
        Authorization: 'Bearer secret',
        traceparent: '00',
      }
      await fetch(baseUrl + path, { method: 'POST', headers: sent, body: JSON.stringify(body) })
    },
    { consumer, dir: scratchFolder() },
  )

  const [interaction] = interactionsIn(file)
  expect(Object.keys(interaction?.request.headers ?? {})).toEqual([
    'Accept',
    'Content-Type',
    'NHSD-End-User-Organisation',
    'NHSD-Requesting-Software',
    'NHSD-Target-Identifier',
    'X-Correlation-Id',
    'X-Request-Id',
    'use-context',
  ])
})

it('gives a client a fetch that needs no socket', async ({ expect }) => {
  const file = await recordPact(
    'booking-get',
    async (baseUrl, fetch) => {
      const { path, headers } = buildRequest('booking-get')
      const answer = await fetch(baseUrl + path, { headers: { ...headers } })
      expect(answer.status).toBe(200)
    },
    { consumer, dir: scratchFolder() },
  )

  expect(keysIn(file)).toEqual(['booking-get'])
})

it('puts the organisation into the state of a scenario, and asks the verifier for it', async ({
  expect,
}) => {
  const id = '111-ed-cancel-booking-referral-created'

  const file = await recordPact(id, sends(id), { consumer, dir: scratchFolder() })

  const [interaction] = interactionsIn(file)
  expect(interaction?.providerStates).toEqual([{ name: '111-ED: referral-created' }])
  expect(interaction?.request.generators).toEqual({
    header: {
      'NHSD-End-User-Organisation': {
        type: 'ProviderState',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Pact's own syntax
        expression: '${orgHeader}',
        dataType: 'STRING',
      },
    },
  })
})

it('writes the request of a client that tries again once', async ({ expect }) => {
  const id = 'referral-server-error-500'

  const file = await recordPact(
    id,
    async (baseUrl, fetch) => {
      await sends(id)(baseUrl, fetch)
      await sends(id)(baseUrl, fetch)
    },
    { consumer, dir: scratchFolder() },
  )

  expect(keysIn(file)).toEqual([id])
})

for (const name of ['', '  ', undefined]) {
  it(`writes no pact of a consumer whose name is ${JSON.stringify(name)}`, async ({ expect }) => {
    const dir = scratchFolder()

    // @ts-expect-error: a name is a text.
    const recorded = recordPact('booking-get', sends('booking-get'), { consumer: name, dir })

    await expect(recorded).rejects.toThrow(
      new TypeError('The consumer of a pact has a name: recordPact needs the option consumer.'),
    )
    expect(readdirSync(dir)).toEqual([])
  })
}
