import type { Endpoint } from '../../../../src/bars/endpoints.ts'
import { HEADERS } from '../../../../src/bars/headers.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { isDiscovery, METADATA } from '../endpoints.ts'
import type { Finding, Rule } from '../rule.ts'

/** A header that holds JSON in base64, and where it must be sent. */
interface Base64Header {
  readonly name: string
  readonly holds: string
  /** Where it must be sent; nowhere, if left out. */
  readonly isDue?: (endpoint: Endpoint) => boolean
  /** Where it should be sent, and a Receiver does without. */
  readonly isUsual?: (endpoint: Endpoint) => boolean
}

const BASE64_HEADERS: readonly Base64Header[] = [
  {
    name: HEADERS.target,
    holds: '{"system":"…","value":"…"}',
    isDue: (endpoint) => endpoint !== METADATA,
  },
  {
    name: HEADERS.organisation,
    holds: 'an Organization',
    isDue: (endpoint) => !isDiscovery(endpoint),
    isUsual: isDiscovery,
  },
  {
    name: HEADERS.software,
    holds: 'a Device',
    isDue: (endpoint) => !isDiscovery(endpoint),
    isUsual: isDiscovery,
  },
  { name: HEADERS.practitioner, holds: 'a PractitionerRole' },
]

/** Ways in which base64 goes wrong, the likeliest first. */
const SLIPS: readonly { readonly is: RegExp; readonly received: string; readonly mend: string }[] =
  [
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
      is: /^[A-Za-z0-9+/]+\s[A-Za-z0-9+/=\s]+$/,
      received: 'base64 in several lines',
      mend: "write it on one line: base64 | tr -d '\\n'",
    },
    {
      is: /^(?=[A-Za-z0-9+/]+$)(?!(?:.{4})+$)/,
      received: "base64 without its padding ('=')",
      mend: "end it with '=' until its length is a multiple of 4; base64url leaves that out",
    },
  ]

/** Rules for the headers that hold base64: that they are sent, and can be read. */
export const BASE64_RULES: readonly Rule[] = [
  { source: CLAUSES.headers, find: (request) => missing(request, 'isDue') },
  { source: CLAUSES.headers, isWarning: true, find: (request) => missing(request, 'isUsual') },
  {
    source: CLAUSES.base64,
    find: (request) => BASE64_HEADERS.flatMap((header) => unreadable(request, header)),
  },
]

const missing = (
  { header, meant }: CheckedRequest,
  where: 'isDue' | 'isUsual',
): readonly Finding[] =>
  BASE64_HEADERS.filter(
    (each) => meant !== undefined && each[where]?.(meant) && !header(each.name),
  ).map(({ name, holds }) => ({
    where: `header ${name}`,
    expected: `base64 of ${holds}`,
    received: 'absent',
  }))

const unreadable = (
  { header, headerJson }: CheckedRequest,
  { name, holds }: Base64Header,
): readonly Finding[] => {
  const value = header(name)
  if (!value) return []
  const wrong = { where: `header ${name}`, expected: `base64 of ${holds}` }
  const slip = SLIPS.find(({ is }) => is.test(value))
  if (slip !== undefined) return [{ ...wrong, received: slip.received, mend: slip.mend }]
  const read = headerJson(name)
  return read !== undefined && 'wrong' in read ? [{ ...wrong, received: read.wrong }] : []
}
