import { checkingSandbox, createSandbox } from '../sandbox/checking-sandbox.ts'
import type { SeenRequest } from '../sandbox/received-request.ts'
import type { ContractScenario } from '../scenario.ts'
import { serve } from '../stub/server.ts'
import type { Period } from './times.ts'

/**
 * Runs the client under test. `baseUrl` is the FHIR base of a sandbox of its own on 127.0.0.1;
 * `fetch` reaches the same without a socket.
 */
export type Client = (
  baseUrl: string,
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>,
) => unknown

/** What came of running the client. */
export interface Session {
  readonly requests: readonly SeenRequest[]
  readonly period: Period
  /** What the client threw, if it did. */
  readonly thrown?: { readonly error: unknown }
}

/** Runs the client once in a scenario. */
export const runClient = async (client: Client, scenario: ContractScenario): Promise<Session> => {
  const sandbox = createSandbox()
  const { answer, requests } = checkingSandbox(sandbox, scenario, false)
  const begun = Date.now()
  const session = (): Session => ({ requests: requests(), period: { begun, ended: Date.now() } })
  const { origin, close } = await serve(answer)
  try {
    await client(origin + sandbox.fhirPath, (input, init) => answer(new Request(input, init)))
    return session()
  } catch (error) {
    return { ...session(), thrown: { error } }
  } finally {
    await close()
  }
}
