import { HEADERS } from '../../../src/bars/headers.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import type { Arrived } from './arrived.ts'

/** A request that a stub got, and how it was answered. */
export interface SeenRequest {
  readonly method: string
  /** Relative to the FHIR base; holds the query. */
  readonly path: string
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  /** As text; undefined where there was none. */
  readonly body?: string
  readonly status: number
  /** The scenario that answered, if one did. */
  readonly scenario?: string
}

/** A request as it is kept. */
export const seen = ({ method, url, headers, body }: Arrived, response: Response): SeenRequest => {
  const scenario = response.headers.get(HEADERS.scenario)
  return {
    method,
    path: url.slice(url.indexOf(FHIR_PATH) + FHIR_PATH.length),
    headers: Object.fromEntries(headers),
    ...(body.length > 0 && { body: new TextDecoder().decode(body) }),
    status: response.status,
    ...(scenario !== null && { scenario }),
  }
}
