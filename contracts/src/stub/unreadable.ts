import { CLAUSES } from '../check/clauses.ts'
import { type CheckReport, reportOf, type Violation } from '../check/report.ts'

/** What Node's HTTP parser stumbled over; its codes begin with HPE. */
export type ParserCode = `HPE_${string}`

/** Why something is no request to a sandbox: what the parser says, or that fetch has none like it. */
export type Unreadable = ParserCode | 'NO_REQUEST'

type Wrong = Pick<Violation, 'where' | 'received' | 'expected' | 'mend'>

const BROKEN_HEADER: Wrong = {
  where: 'the headers',
  received: 'a header that is broken into lines, or a line that is no header',
  expected: 'each header on one line',
  mend: "base64 of some tools has line breaks: base64 | tr -d '\\n' takes them out",
}

const WRONG: Readonly<Partial<Record<Unreadable, Wrong>>> = {
  HPE_CR_EXPECTED: BROKEN_HEADER,
  HPE_INVALID_HEADER_TOKEN: BROKEN_HEADER,
  HPE_HEADER_OVERFLOW: {
    where: 'the headers',
    received: 'more than 16 KiB of headers',
    expected: 'fewer, or shorter ones',
  },
  NO_REQUEST: {
    where: 'the request',
    received: 'a method such as TRACE, or a Host or path that can be none',
    expected: 'a method of the FHIR API, a host and a path',
  },
}

const NO_HTTP: Wrong = {
  where: 'the request',
  received: 'bytes that are no HTTP request',
  expected: 'HTTP/1.1',
  mend: 'the stub does not speak HTTPS: its URL begins with http:',
}

/** Tells of what reached the socket and is no HTTP request. */
export const unreadable = (why: Unreadable): CheckReport =>
  reportOf(
    'a request that cannot be read',
    undefined,
    [{ ...(WRONG[why] ?? NO_HTTP), source: CLAUSES.http }],
    [],
  )
