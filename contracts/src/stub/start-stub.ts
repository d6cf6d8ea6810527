import { FHIR_PATH } from '../../../src/routes/context.ts'
import type { State } from '../../../src/scenarios/scenario.ts'
import type { CheckReport } from '../check/report.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'
import { scenario as scenarioOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { answering } from './answering.ts'
import type { SeenRequest } from './seen-request.ts'
import { serve } from './serve.ts'

/** What a stub may be told. */
export interface StubOptions {
  /** Every request to the FHIR API must select it; before each, its organisation is put into the states needed. */
  readonly scenario?: ScenarioId
  /** Check every request to the FHIR API, and answer 400 where there are violations. */
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
  /** A report of each request that had violations, in the order they came; of very many the last. */
  readonly violations: () => readonly CheckReport[]
  /** The requests to the FHIR API, likewise. */
  readonly requests: () => readonly SeenRequest[]
  readonly close: () => Promise<void>
}

/**
 * Starts the sandbox on 127.0.0.1.
 * @throws RangeError when there is no such scenario, or an ODS code cannot be one.
 * @throws Error when the port cannot be had.
 */
export const startStub = async (options: StubOptions = {}): Promise<Stub> => {
  const { scenario: id, strict = false, port = 0, odsState = {} } = options
  const sandbox = createSandbox()
  for (const [odsCode, state] of Object.entries(odsState)) await sandbox.setState(odsCode, state)

  const scenario = id === undefined ? undefined : scenarioOf(id)
  const stubbed = answering(sandbox, scenario, strict)
  const { origin, close } = await serve(stubbed.answer, port, stubbed.answerUnreadable)
  return {
    url: origin,
    fhirUrl: `${origin}${FHIR_PATH}`,
    sandbox,
    violations: stubbed.violations,
    requests: stubbed.requests,
    close,
    [Symbol.asyncDispose]: close,
  }
}
