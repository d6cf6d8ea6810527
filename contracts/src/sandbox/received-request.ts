import { decompressed } from '../../../src/bars/body.ts'
import { decompress } from '../../../src/bars/decompress.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { asksForStrict, HEADERS } from '../../../src/bars/headers.ts'
import { FHIR_PATH, MAYBE_SPACE, PUBLIC_SPACE, SPACE_NAME } from '../../../src/bars/paths.ts'

/** A request that a sandbox received, its body read: it can be looked at and sent on. */
export interface ReceivedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
  /** Whether it asks to be handled strictly. */
  readonly isStrict: boolean
}

/** Reads a request to its end. */
export const receive = async (request: Request): Promise<ReceivedRequest> => ({
  method: request.method,
  url: request.url.replace(STRICT_PARAMETER, withoutIt),
  headers: request.headers,
  body: new Uint8Array(await request.arrayBuffer()),
  isStrict: STRICT_PARAMETER.test(request.url) || asksForStrict(request.headers),
})

const withoutIt = (found: string): string => (found === '?strict&' ? '?' : '')

// What a client that cannot set headers adds to a URL, and no Receiver gets.
const STRICT_PARAMETER = /\?strict(?:$|&)|&strict(?=$|&)/

// Not a clone: to give up one half of a body that is too long waits for the other half.
/** The request as it came, to be read once more and handled strictly or not. */
export const sendOn = (
  { method, url, headers, body }: ReceivedRequest,
  isStrict: boolean,
): Request => {
  const request = new Request(url, { method, headers, ...(body.length > 0 && { body }) })
  request.headers.delete('Prefer')
  if (isStrict) request.headers.set('Prefer', 'handling=strict')
  return request
}

const IN_SPACE = new RegExp(`^/s/(${SPACE_NAME})(?=/|$)`)

/** The space that a path is in, and what comes after it. */
export const spaceOf = (pathname: string): readonly [space: string, path: string] => {
  const [start = '', space = PUBLIC_SPACE] = IN_SPACE.exec(pathname) ?? []
  return [space, pathname.slice(start.length)]
}

const FHIR_BASE = new RegExp(`^${MAYBE_SPACE}${FHIR_PATH}(?=/|$)`)
const LIKE_A_BASE = /^.*\/fhir\/r4(?=\/|$)/i

/** What a Receiver is asked for. */
export interface AskedPath {
  /** What comes after the FHIR base, or after what was sent for one. */
  readonly path: string
  /** What was sent for the FHIR base, where that is not it; empty for nothing. */
  readonly wrongBase?: string
}

/** Takes a path apart where the FHIR base ends. */
export const askedPath = (pathname: string): AskedPath => {
  const [base] = FHIR_BASE.exec(pathname) ?? []
  if (base !== undefined) return { path: pathname.slice(base.length) }
  const [wrongBase = ''] = LIKE_A_BASE.exec(pathname) ?? []
  return { path: pathname.slice(wrongBase.length), wrongBase }
}

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

/** A request to the FHIR API as it is kept. */
export const seenRequest = (
  { method, url, headers, body }: ReceivedRequest,
  response: Response,
): SeenRequest => {
  const scenario = response.headers.get(HEADERS.scenario)
  return {
    method,
    path: url.slice(url.indexOf(FHIR_PATH) + FHIR_PATH.length),
    headers: Object.fromEntries(headers),
    ...(body.length > 0 && { body: textOf(body, headers.get('Content-Encoding')) }),
    status: response.status,
    ...(scenario !== null && { scenario }),
  }
}

// One that cannot be decompressed is kept as it came.
const textOf = (body: Uint8Array, contentEncoding: string | null): string => {
  const bytes = decompressed(body, contentEncoding ?? undefined, decompress)
  return new TextDecoder().decode(bytes instanceof Failure ? body : bytes)
}
