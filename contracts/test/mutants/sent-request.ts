import type { Json } from '../../../src/fhir/json.ts'
import { writeSearch } from '../../../src/fhir/search.ts'
import type { Interaction } from '../../src/pact/pact-file.ts'

/** A request as a Sender sends it, in parts that can be changed. */
export interface SentRequest {
  readonly method: string
  /** Relative to the FHIR base. */
  readonly path: string
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Json | undefined
}

/** A request that is wrong in one place. */
export interface WrongRequest {
  readonly where: string
  readonly request: SentRequest
}

/** A way in which a Sender's request could be wrong. */
export interface RequestMutant {
  readonly name: string
  readonly of: (interaction: Interaction) => readonly WrongRequest[]
  /** Pact cannot demand that an element is there; all else it must refuse by itself. */
  readonly isForChecker?: boolean
}

/** The example request of an interaction. */
export const sentRequest = ({ request }: Interaction): SentRequest => {
  const { method, path, query, headers, body } = request
  return {
    method,
    path,
    query: Object.entries(query ?? {}).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, values]) => [name, values.join(', ')]),
    ),
    body: body?.content,
  }
}

/** The path with its query. */
export const urlOf = ({ path, query }: SentRequest): string =>
  query.length > 0 ? `${path}?${writeSearch(query)}` : path

/** The same with another header; undefined leaves it out. */
export const withRequestHeader = (
  request: SentRequest,
  name: string,
  value: string | undefined,
): SentRequest => {
  const { [name]: _, ...others } = request.headers
  return { ...request, headers: value === undefined ? others : { ...others, [name]: value } }
}
