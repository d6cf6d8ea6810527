import { FHIR_PATH } from '../../../src/bars/paths.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { checkOptions, type OptionKinds, portOf } from '../arguments.ts'
import { VERDICT_OPTIONS, type VerdictOptions, verdictBy } from '../check/verdict.ts'
import { checkingSandbox, type Sandbox } from '../sandbox/checking-sandbox.ts'
import { asFetch, plainSandbox } from '../sandbox/plain-sandbox.ts'
import type { SeenRequest } from '../sandbox/received-request.ts'
import type { Reports } from '../sandbox/report-log.ts'
import { scenario as scenarioOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { serve } from './server.ts'

/** What a stub may be told. */
export interface StubOptions extends VerdictOptions {
  /**
   * Every request to its endpoint must select it; before each, its organisation is put into the states
   * needed. What is for other endpoints is judged by the rules alone.
   */
  readonly scenario?: ScenarioId
  /** Answer 400 where there are violations; without, as the sandbox does. */
  readonly strict?: boolean
  /** Any that is free, if left out or 0. */
  readonly port?: number
  /** How the 111-ED conversations of organisations stand at first, by ODS code. */
  readonly odsState?: Readonly<Record<string, State>>
}

/**
 * The sandbox on a port of this machine, which no other machine reaches. All that it is asked but OPTIONS
 * and the sandbox's own paths, such as `/_ping`, is held to be for a Receiver.
 */
export interface Stub extends AsyncDisposable, Reports {
  readonly url: string
  /** The base URL of its FHIR API. */
  readonly fhirUrl: string
  readonly sandbox: Sandbox
  /** The requests to the FHIR API, in the order they came; of very many the last. */
  readonly requests: () => readonly SeenRequest[]
  readonly close: () => Promise<void>
}

const OPTIONS: OptionKinds<StubOptions> = {
  ...VERDICT_OPTIONS,
  scenario: 'any',
  strict: 'boolean',
  port: 'any',
  odsState: 'object',
}

/**
 * Starts the sandbox on 127.0.0.1. It does not keep a process from ending that has nothing else to do.
 * @throws RangeError when there is no such scenario, state or rule to ignore, or a port or an ODS code cannot be one.
 * @throws TypeError when it is given what is no option of it.
 * @throws Error when the port cannot be had.
 */
export const startStub = async (options: StubOptions = {}): Promise<Stub> => {
  checkOptions('startStub', options, OPTIONS)
  const {
    scenario: id,
    strict: isStrict = false,
    port = 0,
    odsState = {},
    ...verdictOptions
  } = options
  const toVerdict = verdictBy(verdictOptions)
  const sandbox = plainSandbox()
  for (const [odsCode, state] of Object.entries(odsState)) await sandbox.setState(odsCode, state)

  const scenario = id === undefined ? undefined : scenarioOf(id)
  const checking = checkingSandbox(sandbox, { scenario, isStrict, toVerdict })
  const { answer, refuse, violations, warnings, requests } = checking
  const { origin, close } = await serve(answer, {
    port: portOf(port),
    refuse,
    isInBackground: true,
  })
  return {
    url: origin,
    fhirUrl: `${origin}${FHIR_PATH}`,
    sandbox: { ...sandbox, fetch: asFetch(answer), violations, warnings },
    violations,
    warnings,
    requests,
    close,
    [Symbol.asyncDispose]: close,
  }
}
