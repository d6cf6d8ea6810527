import { quoted } from '../../../../src/bars/failure.ts'
import { HEADERS } from '../../../../src/bars/headers.ts'
import { checkAccept, checkContentType, FHIR_JSON } from '../../../../src/bars/media-type.ts'
import { isUuid } from '../../../../src/bars/uuid.ts'
import { valuesOf } from '../../../../src/fhir/search.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { PROCESS_MESSAGE } from '../endpoints.ts'
import { masked } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'
import { findingOf } from './failure-finding.ts'

/** Rules for the headers that hold plain text. */
export const HEADER_RULES: readonly Rule[] = [
  { source: CLAUSES.headers, find: (request) => notUuid(request, HEADERS.requestId) },
  { source: CLAUSES.headers, find: (request) => notUuid(request, HEADERS.correlationId) },
  { source: CLAUSES.negotiation, find: (request) => notAcceptable(request) },
  { source: CLAUSES.negotiation, find: (request) => noVersion(request) },
  { source: CLAUSES.negotiation, find: (request) => wrongContentType(request) },
]

const notUuid = ({ header }: CheckedRequest, name: string): readonly Finding[] => {
  const value = header(name)?.trim() ?? ''
  if (isUuid(value)) return []
  const [, inner = ''] = /^(?:urn:uuid:|\{)(.*?)\}?$/i.exec(value) ?? []
  return [
    {
      where: `header ${name}`,
      expected: 'a UUID',
      received: value === '' ? 'absent' : masked(quoted(value)),
      ...(isUuid(inner) && { mend: 'the 36 characters alone, nothing around them' }),
    },
  ]
}

const ACCEPTED = `'${FHIR_JSON}; version=1.0.0'`

const notAcceptable = ({ header, parameters }: CheckedRequest): readonly Finding[] => {
  const [format] = valuesOf(parameters ?? [], '_format')
  const accept = header('Accept')
  if (accept === undefined && format === undefined) {
    return [{ where: 'header Accept', expected: ACCEPTED, received: 'absent' }]
  }
  const failure = checkAccept(accept, format)
  return failure === undefined ? [] : [{ ...findingOf(failure), expected: ACCEPTED }]
}

const noVersion = ({ header }: CheckedRequest): readonly Finding[] => {
  const accept = header('Accept')
  return accept === undefined || /;\s*version\s*=/i.test(accept)
    ? []
    : [
        {
          where: 'header Accept » version',
          expected: '1.0.0, or another version that begins with 1',
          received: 'absent',
          mend: `the version of BaRS Core: ${ACCEPTED}`,
        },
      ]
}

const wrongContentType = ({ header, meant }: CheckedRequest): readonly Finding[] => {
  if (meant !== PROCESS_MESSAGE) return []
  const failure = checkContentType(header('Content-Type'), header('Content-Encoding'))
  return failure === undefined ? [] : [findingOf(failure)]
}
