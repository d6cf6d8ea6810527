import { join } from 'node:path'
import { checkOptions, type OptionKinds } from '../arguments.ts'
import { plainVerdict, VERDICT_OPTIONS, type VerdictOptions, verdictBy } from '../check/verdict.ts'
import { interactionOf, RECEIVER } from '../pact/pacts.ts'
import { exactRequest } from '../pact/request.ts'
import { pactResponse } from '../pact/response.ts'
import { checkingSandbox, createSandbox } from '../sandbox/checking-sandbox.ts'
import { asFetch, type Fetch } from '../sandbox/plain-sandbox.ts'
import { type ContractScenario, rowOf, scenario } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { serve } from '../stub/server.ts'
import { putInteraction } from './pact-store.ts'
import { requestToRecord, type Session } from './request-to-record.ts'

/** Whose pact is recorded, and where to. */
export interface RecordOptions extends VerdictOptions {
  /** The name of the client's application. */
  readonly consumer: string
  /** The folder of the pact files. */
  readonly dir: string
  /** The name of the Receiver; `bars-receiver` when left out. */
  readonly provider?: string
}

const OPTIONS: OptionKinds<RecordOptions> = {
  ...VERDICT_OPTIONS,
  consumer: 'any',
  dir: 'string',
  provider: 'any',
}

/**
 * Runs a client once in a scenario, checks the request that it sends, and writes that request and
 * its answer as an interaction of `<dir>/<consumer>-<provider>.json`, whose path it gives. What a
 * client makes afresh on each run, ids and times, is written as in the examples, so that two runs
 * write the same bytes. Nothing is written when the client throws.
 * @throws Error that says what is wrong with the request.
 * @throws TypeError when it is given what is no option of it, or a party has no name.
 * @throws RangeError when there is no such scenario, or no such rule to ignore.
 */
export const recordPact = async (
  id: ScenarioId,
  client: Client,
  options: RecordOptions,
): Promise<string> => {
  checkOptions('recordPact', options, OPTIONS)
  const { consumer, dir, provider = RECEIVER, ...verdictOptions } = options
  checkName('consumer', consumer)
  checkName('provider', provider)
  const toVerdict = verdictBy(verdictOptions)
  const row = rowOf(id)
  const request = requestToRecord(id, await runClient(client, scenario(id)), toVerdict)
  const response = await pactResponse(row, request)

  const file = join(dir, `${fileName(consumer)}-${fileName(provider)}.json`)
  const interaction = interactionOf(row, exactRequest(row, request), response)
  await putInteraction(file, { consumer, provider }, interaction)
  return file
}

const checkName = (party: string, name: string): void => {
  if (typeof name === 'string' && name.trim() !== '') return
  throw new TypeError(`The ${party} of a pact has a name: recordPact needs the option ${party}.`)
}

const fileName = (party: string): string => party.trim().replace(/[\\/:*?"<>|\s]+/g, '-')

/**
 * Runs the client under test. `baseUrl` is the FHIR base of a sandbox of its own on 127.0.0.1;
 * `fetch` reaches the same without a socket.
 */
export type Client = (baseUrl: string, fetch: Fetch) => unknown

/** Runs the client once in a scenario. */
const runClient = async (client: Client, scenario: ContractScenario): Promise<Session> => {
  const sandbox = createSandbox()
  const { answer, requests } = checkingSandbox(sandbox, {
    scenario,
    isStrict: false,
    toVerdict: plainVerdict,
  })
  const begun = Date.now()
  const session = (): Session => ({ requests: requests(), period: { begun, ended: Date.now() } })
  const { origin, close } = await serve(answer)
  try {
    await client(origin + sandbox.fhirPath, asFetch(answer))
    return session()
  } catch (error) {
    return { ...session(), thrown: { error } }
  } finally {
    await close()
  }
}
