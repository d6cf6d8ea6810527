import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Verifier } from '@pact-foundation/pact'
import { afterAll, beforeAll, it } from 'vitest'
import * as z from 'zod'
import { createSender } from '../../../contracts/examples/typescript/src/sender.ts'
import { meet, ODS_CODE, PROMISES } from '../../../contracts/examples/typescript/test/promises.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { startWorker } from '../start-worker.ts'

const Report = z.object({
  interactionResults: z.array(z.object({ description: z.string(), result: z.string() })),
})

const { interactions } = JSON.parse(readFileSync('contracts/pacts/bars.json', 'utf8'))

const dir = mkdtempSync(join(tmpdir(), 'bars-consumer-'))
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  worker = await startWorker()
})

afterAll(async () => {
  await worker.close()
  rmSync(dir, { recursive: true })
})

it('keeps the pact that a Sender wrote with pact-js, as pact-js finds', async ({ expect }) => {
  const fhirUrl = worker.origin + FHIR_PATH
  const place = await createSender(fhirUrl, ODS_CODE).findFreeSlot()
  const met: unknown[] = []
  for (const promised of PROMISES) {
    const interaction = interactions.find(({ key }: { key: string }) => key === promised.scenario)
    met.push(await meet(promised, interaction, place, dir))
  }

  const verified = await new Verifier({
    provider: 'bars-receiver',
    providerBaseUrl: fhirUrl,
    providerStatesSetupUrl: `${worker.origin}/_pact/state`,
    pactUrls: [join(dir, 'calder-telehealth-bars-receiver.json')],
    logLevel: 'error',
  }).verifyProvider()

  expect(met).toEqual(PROMISES.map(({ becomes }) => becomes))
  const { interactionResults } = Report.parse(JSON.parse(verified))
  expect(interactionResults.map(({ description, result }) => [description, result])).toEqual(
    // pact-js writes them in the order of their names.
    PROMISES.map(({ scenario }) => scenario)
      .sort()
      .map((scenario) => [expect.stringMatching(`^${scenario}: `), 'OK']),
  )
})
