import { ENDPOINTS, type Endpoint, endpointAt } from '../bars/endpoints.ts'
import type { Failure } from '../bars/failure.ts'
import { HEADERS } from '../bars/headers.ts'
import { isUuid } from '../bars/ids.ts'
import { endpointOf, type Occasion } from '../bars/occasions.ts'
import { FHIR_PATH } from '../bars/paths.ts'
import type { Target } from '../bars/target.ts'
import { isWorkflow } from '../bars/workflow.ts'
import { readSearch, type SearchParameters } from '../fhir/search.ts'
import type { SentBody } from './body.ts'
import { type SentMessage, takeMessageApart } from './message.ts'

/** A request as it came. */
export interface RawRequest {
  readonly method: string
  /** Relative to the FHIR base, or the whole URL; holds the query. */
  readonly path: string
  readonly header: (name: string) => string | undefined
  readonly body: SentBody
}

/** What is known beside the request. */
export interface Known {
  /** What it is meant to do; anything, where that is not known. */
  readonly occasions: readonly Occasion[]
  /** Who a target header names. */
  readonly targetOf: (header: string) => Target | Failure
}

/** A request taken apart for the rules. */
export interface SentRequest {
  readonly method: string
  /** Relative to the FHIR base, without the query. */
  readonly path: string
  /** Undefined when the query does not decode. */
  readonly parameters: SearchParameters | undefined
  /** The query as sent. */
  readonly query: string
  /** The endpoints that it may be meant for. */
  readonly allowed: readonly Endpoint[]
  /** The endpoint that has this path, if any does. */
  readonly asked: Endpoint | undefined
  /** The endpoint that the rules go by: the one asked, if it is allowed, else the first that is. */
  readonly meant: Endpoint | undefined
  readonly header: RawRequest['header']
  /** Who it is for, or why that cannot be told; undefined when no target is sent. */
  readonly target: Target | Failure | undefined
  readonly body: SentBody
  /** The message that the body is; undefined when it is no JSON object or none is due. */
  readonly message: SentMessage | undefined
}

const ALL: readonly Endpoint[] = Object.values(ENDPOINTS)

/** Takes a request apart. */
export function takeApart(raw: RawRequest, { occasions, targetOf }: Known): SentRequest {
  const [path, query] = splitPath(raw.path)
  const { header, body } = raw
  const asked = endpointAt(path)
  const allowed = occasions.length === 0 ? ALL : [...new Set(occasions.map(endpointOf))]
  const isAllowed = asked !== undefined && allowed.includes(asked)
  const meant = isAllowed || occasions.length === 0 ? asked : allowed[0]
  const isMessage = meant === ENDPOINTS['process-message'] && body.is === 'json'
  const target = header(HEADERS.target)
  return {
    method: raw.method.toUpperCase(),
    path,
    parameters: readSearch(query),
    query,
    allowed,
    asked,
    meant,
    header,
    target: target === undefined ? undefined : targetOf(target),
    body,
    message: isMessage ? takeMessageApart(body.json, occasions.filter(isWorkflow)) : undefined,
  }
}

function splitPath(sent: string): readonly [path: string, query: string] {
  const local = sent.replace(/^https?:\/\/[^/]*/, '').replace(/#.*$/, '')
  const mark = local.indexOf('?')
  const [whole, query] = mark < 0 ? [local, ''] : [local.slice(0, mark), local.slice(mark + 1)]
  const base = whole.indexOf(FHIR_PATH)
  return [base < 0 ? whole : whole.slice(base + FHIR_PATH.length), query]
}

/** The id in a path that reads by id, in small letters; undefined when it is no UUID. */
export function idIn(path: string): string | undefined {
  const id = path.split('/').at(-1) ?? ''
  return isUuid(id) ? id.toLowerCase() : undefined
}
