import { HEADERS } from '../../../src/bars/headers.ts'
import type { CheckableRequest } from '../check/check-request.ts'
import { headerPairs } from '../check/sent-headers.ts'
import { plainSandbox } from '../sandbox/plain-sandbox.ts'
import { scenarioIdOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { UsageError } from './exit.ts'

/** The scenario that a sandbox of its own answers a request with, if any does. */
export const chosenBy = async (request: CheckableRequest): Promise<ScenarioId | undefined> => {
  const { fetch, fhirPath } = plainSandbox()
  const sent = toRequest(request, `http://127.0.0.1${fhirPath}`)
  const id = sent && (await fetch(sent)).headers.get(HEADERS.scenario)
  return id ? scenarioIdOf(id) : undefined
}

const toRequest = (
  { method, path, headers, body: unwritten }: CheckableRequest,
  base: string,
): Request | undefined => {
  const local = path.replace(/^https?:\/\/[^/]*/, '').replace(/^.*\/FHIR\/R4/, '')
  const pairs = headerPairs(headers).map(([name, value]): [string, string] => [name, value])
  const body = written(unwritten)
  try {
    return new Request(base + local, { method, headers: pairs, ...(body && { body }) })
  } catch {
    // What cannot be sent at all chooses nothing.
    return undefined
  }
}

const written = (body: unknown): string | Uint8Array<ArrayBuffer> | undefined => {
  if (typeof body === 'string' || body === undefined) return body
  if (body instanceof Uint8Array) return new Uint8Array(body)
  try {
    return JSON.stringify(body)
  } catch (error) {
    throw error instanceof RangeError
      ? new UsageError('The body is nested too deeply to be written.')
      : error
  }
}
