import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import type { State } from '../../../src/scenarios/scenario.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'
import { readSent, type SentRequest } from './sent-request.ts'
import { serve } from './serve.ts'
import type { Period } from './times.ts'

/**
 * Runs the client under test. `baseUrl` is the FHIR base of a sandbox of its own on 127.0.0.1;
 * `fetch` reaches the same without a socket.
 */
export type Client = (
  baseUrl: string,
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>,
) => unknown

/** A request that the client sent, and which scenario answered. */
export interface Exchange {
  readonly sent: SentRequest
  readonly status: number
  readonly scenario: string | undefined
}

/** What came of running the client. */
export interface Session {
  readonly exchanges: readonly Exchange[]
  readonly period: Period
  /** What the client threw, if it did. */
  readonly thrown?: { readonly error: unknown }
}

/** Runs the client once against a sandbox whose organisations have been through the given states. */
export const runClient = async (client: Client, given: readonly State[]): Promise<Session> => {
  const exchanges: Exchange[] = []
  const sandbox = createSandbox()
  const prepare = preparing(sandbox, given)
  const answer = async (request: Request): Promise<Response> => {
    const sent = await readSent(request)
    await prepare(request)
    const response = await sandbox.fetch(request)
    const scenario = response.headers.get(HEADERS.scenario) ?? undefined
    if (sent !== undefined) exchanges.push({ sent, status: response.status, scenario })
    return response
  }

  const begun = Date.now()
  const { origin, close } = await serve(answer)
  try {
    await client(origin + sandbox.fhirPath, (input, init) => answer(new Request(input, init)))
    return { exchanges, period: { begun, ended: Date.now() } }
  } catch (error) {
    return { exchanges, period: { begun, ended: Date.now() }, thrown: { error } }
  } finally {
    await close()
  }
}

/** Puts each organisation through the states before its first request is answered. */
const preparing = ({ setState }: Sandbox, given: readonly State[]) => {
  const prepared = new Set<string>()
  return async ({ headers }: Request): Promise<void> => {
    const odsCode = readOrganisation(headers.get(HEADERS.organisation) ?? '')
    if (odsCode instanceof Failure || prepared.has(odsCode)) return
    prepared.add(odsCode)
    for (const state of given) await setState(odsCode, state)
  }
}
