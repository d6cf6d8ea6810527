import { FHIR_PATH } from '../../../src/routes/context.ts'
import type { Json } from '../pact/json.ts'

/** A request as a client sent it to the FHIR API. */
export interface SentRequest {
  readonly method: string
  /** Relative to the FHIR base; holds the query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; undefined where none was sent. */
  readonly body: string | undefined
}

/** Reads a Request to the FHIR API, which can be read again; undefined if it is for another path. */
export const readSent = async (request: Request): Promise<SentRequest | undefined> => {
  const { pathname, search } = new URL(request.url)
  const base = pathname.indexOf(FHIR_PATH)
  if (base < 0) return undefined
  const body = await request.clone().text()
  return {
    method: request.method,
    path: pathname.slice(base + FHIR_PATH.length) + search,
    headers: Object.fromEntries(request.headers),
    body: body === '' ? undefined : body,
  }
}

/** The body of a request that was answered as JSON. */
export const jsonOf = ({ body }: SentRequest): Json | undefined =>
  body === undefined ? undefined : JSON.parse(body)
