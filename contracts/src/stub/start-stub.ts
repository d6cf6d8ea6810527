import { FHIR_PATH } from '../../../src/bars/paths.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { checkOptions, type OptionKinds, portOf } from '../arguments.ts'
import type { CheckReport } from '../check/report.ts'
import { checkingSandbox, type Sandbox } from '../sandbox/checking-sandbox.ts'
import { asFetch, plainSandbox } from '../sandbox/plain-sandbox.ts'
import type { SeenRequest } from '../sandbox/received-request.ts'
import { scenario as scenarioOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { serve } from './server.ts'

/** What a stub may be told. */
export interface StubOptions {
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

/** The sandbox on a port of this machine, which no other machine reaches. */
export interface Stub extends AsyncDisposable {
  readonly url: string
  /** The base URL of its FHIR API. */
  readonly fhirUrl: string
  readonly sandbox: Sandbox
  /**
   * A report of each request that had violations, in the order they came; of very many the last. All
   * but OPTIONS and the sandbox's own paths, such as `/_ping`, is held to be for a Receiver.
   */
  readonly violations: () => readonly CheckReport[]
  /** The requests to the FHIR API, likewise. */
  readonly requests: () => readonly SeenRequest[]
  readonly close: () => Promise<void>
}

const OPTIONS: OptionKinds<StubOptions> = {
  scenario: 'any',
  strict: 'boolean',
  port: 'any',
  odsState: 'object',
}

/**
 * Starts the sandbox on 127.0.0.1. It does not keep a process from ending that has nothing else to do.
 * @throws RangeError when there is no such scenario or state, or a port or an ODS code cannot be one.
 * @throws TypeError when it is given what is no option of it.
 * @throws Error when the port cannot be had.
 */
export const startStub = async (options: StubOptions = {}): Promise<Stub> => {
  checkOptions('startStub', options, OPTIONS)
  const { scenario: id, strict = false, port = 0, odsState = {} } = options
  const sandbox = plainSandbox()
  for (const [odsCode, state] of Object.entries(odsState)) await sandbox.setState(odsCode, state)

  const scenario = id === undefined ? undefined : scenarioOf(id)
  const { answer, refuse, violations, requests } = checkingSandbox(sandbox, scenario, strict)
  const { origin, close } = await serve(answer, {
    port: portOf(port),
    refuse,
    isInBackground: true,
  })
  return {
    url: origin,
    fhirUrl: `${origin}${FHIR_PATH}`,
    sandbox: { ...sandbox, fetch: asFetch(answer), violations },
    violations,
    requests,
    close,
    [Symbol.asyncDispose]: close,
  }
}
