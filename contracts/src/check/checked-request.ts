import { type Endpoint, endpointAt } from '../../../src/bars/endpoints.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { type HeaderJson, readHeaderJson } from '../../../src/bars/header-json.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { endpointOf } from '../../../src/bars/occasions.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { readTarget, type Target } from '../../../src/bars/target.ts'
import { readSearch, type SearchParameters } from '../../../src/fhir/search.ts'
import { isTestTarget } from '../../../src/scenarios/find.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { type Body, bodyOf } from './body.ts'
import { type CheckedMessage, checkedMessage } from './checked-message.ts'
import { ENDPOINTS, PROCESS_MESSAGE } from './endpoints.ts'
import { headerPairs, type SentHeaders } from './sent-headers.ts'

/** A request to the FHIR API: `buildRequest` gives one, and `checkHttpRequest` takes a `Request`. */
export interface CheckableRequest {
  readonly method: string
  /** Relative to the FHIR base, or the whole URL; holds the query. */
  readonly path: string
  readonly headers: SentHeaders
  /** JSON as text or parsed; bytes are read as UTF-8. */
  readonly body?: unknown
}

/** A request taken apart for the rules. */
export interface CheckedRequest {
  /** The scenario that it is to select, if one is named. */
  readonly row: Scenario | undefined
  readonly method: string
  /** Relative to the FHIR base, without the query. */
  readonly path: string
  /** Undefined when the query does not decode. */
  readonly parameters: SearchParameters | undefined
  /** The query as sent. */
  readonly query: string
  /** The endpoint that has this path, if any does. */
  readonly asked: Endpoint | undefined
  /** The endpoint that the rules go by: the one asked, if the scenario has it, else the scenario's. */
  readonly meant: Endpoint | undefined
  readonly header: (name: string) => string | undefined
  /** The JSON in a base64 header; undefined when the header is not sent. */
  readonly headerJson: (name: string) => HeaderJson | undefined
  /** Who it is for; undefined when that cannot be told. */
  readonly target: Target | undefined
  readonly body: Body
  /** The message that the body is; undefined when it is no JSON object or none is due. */
  readonly message: CheckedMessage | undefined
}

/** Takes a request apart. */
export const checkedRequest = (
  row: Scenario | undefined,
  { method, path: sent, headers, body: sentBody }: CheckableRequest,
): CheckedRequest => {
  const [path, query] = splitPath(sent)
  const asked = endpointAt(path)
  const meant = meantEndpoint(row, asked)
  const body = bodyOf(sentBody)
  const isMessage = meant === PROCESS_MESSAGE && body.is === 'json'
  return {
    row,
    method: method.toUpperCase(),
    path,
    parameters: readSearch(query),
    query,
    asked,
    meant,
    ...headersOf(headers),
    body,
    message: isMessage ? checkedMessage(row, body.json) : undefined,
  }
}

const meantEndpoint = (
  row: Scenario | undefined,
  asked: Endpoint | undefined,
): Endpoint | undefined => {
  const allowed = row?.on.map(endpointOf) ?? ENDPOINTS
  if (asked !== undefined && allowed.includes(asked)) return asked
  return row === undefined ? undefined : allowed[0]
}

const headersOf = (
  headers: CheckableRequest['headers'],
): Pick<CheckedRequest, 'header' | 'headerJson' | 'target'> => {
  const values = new Map<string, string>()
  for (const [name, value] of headerPairs(headers)) {
    const key = name.toLowerCase()
    const earlier = values.get(key)
    values.set(key, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  const header = (name: string) => values.get(name.toLowerCase())
  return {
    header,
    headerJson: (name) => {
      const value = header(name)
      return value === undefined ? undefined : readHeaderJson(value)
    },
    target: targetOf(header(HEADERS.target)),
  }
}

const splitPath = (sent: string): readonly [path: string, query: string] => {
  const local = sent.replace(/^https?:\/\/[^/]*/, '').replace(/#.*$/, '')
  const mark = local.indexOf('?')
  const [whole, query] = mark < 0 ? [local, ''] : [local.slice(0, mark), local.slice(mark + 1)]
  const base = whole.indexOf(FHIR_PATH)
  return [base < 0 ? whole : whole.slice(base + FHIR_PATH.length), query]
}

const targetOf = (value: string | undefined): Target | undefined => {
  const target = value === undefined ? undefined : readTarget(value, isTestTarget)
  return target instanceof Failure ? undefined : target
}
