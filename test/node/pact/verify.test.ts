import { afterAll, beforeAll, it } from 'vitest'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
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

  const kept = CATALOGUE.map(({ id }) => [id, 'OK'])
  expect(Object.fromEntries(results)).toEqual(Object.fromEntries(kept))
  expect([code, results.length]).toEqual([0, kept.length])
})
