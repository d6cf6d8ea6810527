import { isUuid } from './ids.ts'
import { FHIR_JSON } from './media-type.ts'
import { nearest } from './near.ts'

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
  /** Ours: the address of the report on the request. */
  report: 'Sandbox-Report',
} as const

const KNOWN: ReadonlySet<string> = new Set(Object.values(HEADERS).map((name) => name.toLowerCase()))

/** Whether a header says nothing: one without a value is one not sent. */
export const isBlank = (value: string | null | undefined): value is '' | null | undefined =>
  value === undefined || value === null || value.trim() === ''

/** Why a base64 header cannot be read, and how to put it right where that is known. */
export interface Slip {
  readonly received: string
  readonly mend?: string
}

/** What a base64 header held: its JSON, or why there is none. */
export type HeaderJson = { readonly json: unknown } | { readonly wrong: Slip }

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
  if (!BASE64.test(value)) return { wrong: slipIn(header, ENCODING_SLIPS) ?? NO_BASE64 }
  try {
    const binary = atob(value)
    return { json: JSON.parse(ASCII.test(binary) ? binary : decodeUtf8(binary)) }
  } catch {
    return { wrong: slipIn(header, VALUE_SLIPS) ?? slipIn(decoded(value), JSON_SLIPS) ?? NO_JSON }
  }
}

const NO_BASE64: Slip = { received: 'text that is not base64' }
const NO_JSON: Slip = { received: 'base64 that does not hold JSON in UTF-8' }

type SlipRow = Slip & { readonly is: Pick<RegExp, 'test'> }

/** Ways in which base64 goes wrong, the likeliest first. */
const ENCODING_SLIPS: readonly SlipRow[] = [
  {
    is: /\{\{.*\}\}/,
    received: 'a variable that was not filled in, {{…}}',
    mend: 'fill the variable in before the request is sent',
  },
  {
    is: /^\s*[[{]/,
    received: 'JSON that is not encoded',
    mend: 'encode its UTF-8 bytes as base64',
  },
  {
    is: /^b(['"]).*\1$/,
    received: "bytes as Python shows them, b'…'",
    mend: "turn the bytes into text with .decode('ascii'), not with str()",
  },
  {
    is: /^(?=.*[-_])[\w-]+={0,2}$/,
    received: "base64url ('-' and '_')",
    mend: "encode with the alphabet that has '+' and '/'",
  },
  {
    is: /^[^,]+,\s*[^,]+$/,
    received: 'two values, or two headers of that name',
    mend: 'send the header once',
  },
]

/** Values that were not encoded, and that base64 could be. */
const VALUE_SLIPS: readonly SlipRow[] = [
  {
    is: /^\s*[A-Za-z0-9]{3,12}\s*$/,
    received: 'a bare value that is not encoded',
    mend: 'put it into JSON and encode that as base64',
  },
]

/** What base64 holds in place of JSON in UTF-8. */
const JSON_SLIPS: readonly SlipRow[] = [
  {
    is: { test: (text) => text.includes('\0') || /^(?:\xff\xfe|\xfe\xff)/.test(text) },
    received: 'base64 of text in UTF-16',
    mend: 'encode UTF-8 bytes: Encoding.UTF8 in .NET and PowerShell',
  },
  {
    is: /^\s*[[{]\s*'/,
    received: 'base64 of JSON with single quotes',
    mend: 'write it with json.dumps() or the like, not with str()',
  },
  {
    is: { test: (text) => /^\s*[[{]/.test(decoded(text.trim())) },
    received: 'base64 that was encoded twice',
    mend: 'encode once',
  },
]

function decoded(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}

/** The first slip that a text shows. */
export function slipIn(text: string, slips: readonly SlipRow[]): Slip | undefined {
  const slip = slips.find(({ is }) => is.test(text))
  return slip && { received: slip.received, ...(slip.mend && { mend: slip.mend }) }
}

/** What of the headers sent a missing one was probably meant to be, in words; `nothing` if none. */
export function insteadOfHeader(name: string, sent: Iterable<string>): Slip {
  const others = [...sent].filter((each) => !KNOWN.has(each.toLowerCase()))
  const near = others.find((each) => nearest(each, [name]) !== undefined)
  return near === undefined
    ? { received: 'nothing' }
    : { received: `a header ${near}`, mend: `spell it ${name}` }
}

/** Writes a value as base64 JSON, as the NHSD headers carry it. */
export const writeHeaderJson = (value: unknown): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return btoa(String.fromCharCode(...bytes))
}

// RFC 7240 §4.4.
const STRICT = /(?:^|[,;])\s*handling\s*=\s*"?strict"?\s*(?:[,;]|$)/i

/** Whether a request asks for what goes against the rules to be refused (ruling 40). */
export const asksForStrict = (headers: Headers): boolean => {
  const prefer = headers.get('Prefer')
  return prefer !== null && STRICT.test(prefer)
}

/** A header that tells messages apart: a request must have it, and its answer repeats it. */
export interface MessageId {
  readonly name: string
  readonly value: string | null
}

/** X-Request-Id and X-Correlation-Id as sent. */
export const readMessageIds = (headers: Headers): readonly MessageId[] =>
  [HEADERS.requestId, HEADERS.correlationId].map((name) => ({ name, value: headers.get(name) }))

/** The headers of answers that a browser lets a page read. */
const EXPOSED = [
  ...[HEADERS.requestId, HEADERS.correlationId, HEADERS.scenario, HEADERS.report],
  ...['Allow', 'Retry-After'],
]

/** A browser keeps an answer nowhere, takes it for nothing but what it says it is, runs and shows none of it. */
export const NOT_FOR_SHOW = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const

/** The headers of every answer, whatever asked for it: a page of any origin may read it besides. */
export const OF_EVERY_ANSWER = {
  ...NOT_FOR_SHOW,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED.join(','),
} as const

/** The headers of every FHIR answer: those of its request's ids that can be sent back among them. */
export const answerHeaders = (ids: readonly MessageId[]): Record<string, string> => {
  const headers: Record<string, string> = { 'Content-Type': FHIR_JSON, ...OF_EVERY_ANSWER }
  for (const { name, value } of ids) {
    // What is no UUID may be a patient's (ruling 35).
    if (value !== null && isUuid(value)) headers[name] = value
  }
  return headers
}
