import { join } from 'node:path'

import { interactionOf, RECEIVER } from '../pact/pacts.ts'
import { exactRequest } from '../pact/request.ts'
import { pactResponse } from '../pact/response.ts'
import { rowOf, scenario } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { requestToRecord } from './choose.ts'
import { putInteraction } from './pact-store.ts'
import { type Client, runClient } from './session.ts'

/** Whose pact is recorded, and where to. */
export interface RecordOptions {
  /** The name of the client's application. */
  readonly consumer: string
  /** The folder of the pact files. */
  readonly dir: string
  /** The name of the Receiver; `bars-receiver` when left out. */
  readonly provider?: string
}

/**
 * Runs a client once in a scenario, checks the request that it sends, and writes that request and
 * its answer as an interaction of `<dir>/<consumer>-<provider>.json`, whose path it gives. What a
 * client makes afresh on each run, ids and times, is written as in the examples, so that two runs
 * write the same bytes. Nothing is written when the client throws.
 * @throws Error that says what is wrong with the request.
 */
export const recordPact = async (
  id: ScenarioId,
  client: Client,
  { consumer, dir, provider = RECEIVER }: RecordOptions,
): Promise<string> => {
  const row = rowOf(id)
  const request = requestToRecord(id, await runClient(client, scenario(id)))
  const response = await pactResponse(row, request)

  const file = join(dir, `${fileName(consumer)}-${fileName(provider)}.json`)
  const interaction = interactionOf(row, exactRequest(row, request), response)
  await putInteraction(file, { consumer, provider }, interaction)
  return file
}

const fileName = (party: string): string => party.trim().replace(/[\\/:*?"<>|\s]+/g, '-')
