import type { Context } from 'hono'
import type { OdsCode } from '../bars/organisation.ts'
import { FHIR_PATH } from '../bars/paths.ts'
import type { Target } from '../bars/target.ts'
import { spaceOf } from './context.ts'
import { type MessageId, readMessageIds } from './message-ids.ts'

/** A request to the FHIR API as it came. */
export interface FhirRequest {
  readonly method: string
  readonly headers: Headers
  readonly ids: readonly MessageId[]
  /** The query as sent, not decoded. */
  readonly query: string
  /** The URL of the FHIR API as this request reached it. */
  readonly base: string
  readonly space: string
  /** The id in the path, empty where the path has none. */
  readonly id: string
  /** What still holds the body. */
  readonly raw: Request
}

/** A request whose headers were checked. */
export interface CheckedRequest extends FhirRequest {
  readonly target: Target
  /** Absent when NHSD-End-User-Organisation was not sent. */
  readonly organisation: OdsCode | undefined
}

const AFTER_SCHEME = 'https://'.length

/** Reads each member of a Request once: every look at one leaves JavaScript, and is dear. */
export const readRequest = (c: Context): FhirRequest => {
  const { req } = c
  const { raw } = req
  const { url, method, headers } = raw
  const origin = url.slice(0, url.indexOf('/', AFTER_SCHEME))
  const space = req.param('space')
  const mark = url.indexOf('?')
  return {
    method,
    headers,
    ids: readMessageIds(headers),
    query: mark < 0 ? '' : url.slice(mark + 1),
    base: `${origin}${space === undefined ? '' : `/s/${space}`}${FHIR_PATH}`,
    space: spaceOf(c),
    id: req.param('id') ?? '',
    raw,
  }
}
