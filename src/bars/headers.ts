import { FHIR_JSON } from './media-type.ts'

/** The headers of BaRS, spelt as published (BaRS Core, "HTTP headers"). */
export const HEADERS = {
  requestId: 'X-Request-Id',
  correlationId: 'X-Correlation-Id',
  target: 'NHSD-Target-Identifier',
  organisation: 'NHSD-End-User-Organisation',
  software: 'NHSD-Requesting-Software',
  practitioner: 'NHSD-Requesting-Practitioner',
  useContext: 'use-context',
  /** Ours: the id of the scenario that answered. */
  scenario: 'Sandbox-Scenario',
} as const

/** Whether a header says nothing: one without a value is one not sent. */
export const isBlank = (value: string | null | undefined): value is '' | null | undefined =>
  value === undefined || value === null || value.trim() === ''

/** What a base64 header held: its JSON, or why there is none. */
export type HeaderJson = { readonly json: unknown } | { readonly wrong: string }

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

// Every character of ASCII is its own byte in UTF-8, so most headers need no decoding.
const ASCII = /^[\x20-\x7e\s]*$/

const decodeUtf8 = (binary: string): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(
    Uint8Array.from(binary, (char) => char.charCodeAt(0)),
  )

/** Reads the JSON in a base64 header (RFC 4648 §4, UTF-8; padding may be missing). */
export const readHeaderJson = (header: string): HeaderJson => {
  const value = header.replace(/\s/g, '')
  if (!BASE64.test(value)) {
    const isUrlSafe = /^[\w-]+={0,2}$/.test(value)
    return { wrong: isUrlSafe ? "base64url ('-' and '_')" : 'text that is not base64' }
  }
  try {
    const binary = atob(value)
    return { json: JSON.parse(ASCII.test(binary) ? binary : decodeUtf8(binary)) }
  } catch {
    return { wrong: 'base64 that does not hold JSON in UTF-8' }
  }
}

/** Writes a value as base64 JSON, as the NHSD headers carry it. */
export const writeHeaderJson = (value: unknown): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return btoa(String.fromCharCode(...bytes))
}

/** A header that tells messages apart: a request must have it, and its answer repeats it. */
export interface MessageId {
  readonly name: string
  readonly value: string | null
}

/** X-Request-Id and X-Correlation-Id as sent. */
export const readMessageIds = (headers: Headers): readonly MessageId[] =>
  [HEADERS.requestId, HEADERS.correlationId].map((name) => ({ name, value: headers.get(name) }))

/** The headers of answers that a browser may read. */
export const EXPOSED = [HEADERS.requestId, HEADERS.correlationId, HEADERS.scenario, 'Allow']

/** The headers of every FHIR answer: those of its request's ids that can be sent back among them. */
export const answerHeaders = (ids: readonly MessageId[]): Record<string, string> => {
  const headers: Record<string, string> = {
    'Content-Type': FHIR_JSON,
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED.join(','),
  }
  for (const { name, value } of ids) {
    // Printable ASCII alone can be sent back in a header.
    if (value !== null && /^[\x20-\x7e]+$/.test(value)) headers[name] = value
  }
  return headers
}
