import { afterAll, beforeAll, it } from 'vitest'
import { CELLS } from '../../../src/receiver/111-ed/scenarios.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { startWorker } from '../start-worker.ts'
import { verifier } from './verifier.ts'

let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  worker = await startWorker()
})

afterAll(() => worker.close())

it('keeps every promise of the pacts, as Pact’s own verifier finds', async ({ expect }) => {
  const { hostname, port } = new URL(worker.origin)

  const { code, results } = await verifier([
    ...['-f', 'contracts/pacts/bars.json'],
    ...['-n', 'bars-receiver'],
    ...['-h', hostname],
    ...['-p', port],
    ...['--base-path', '/booking-and-referral/FHIR/R4'],
    ...['-s', `${worker.origin}/_pact/state`],
  ])

  const rows = [...SCENARIOS, ...CELLS]
  expect(rows.length).toBe(SCENARIOS.length + 15)
  expect(Object.fromEntries(results)).toEqual(Object.fromEntries(rows.map(({ id }) => [id, 'OK'])))
  expect([code, results.length]).toEqual([0, rows.length])
})
