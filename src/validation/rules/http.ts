import { ENDPOINTS, type Endpoint, pathMeant } from '../../bars/endpoints.ts'
import { HEADERS, slipIn } from '../../bars/headers.ts'
import { isUuid } from '../../bars/ids.ts'
import { checkAccept, checkContentType, FHIR_JSON, parameterOf } from '../../bars/media-type.ts'
import { nearest } from '../../bars/near.ts'
import { FHIR_PATH } from '../../bars/paths.ts'
import { quoted } from '../../bars/privacy.ts'
import { isResourceType } from '../../fhir/coding.ts'
import { valuesOf } from '../../fhir/search.ts'
import { CLAUSES } from '../clauses.ts'
import { idIn, type SentRequest } from '../request.ts'
import { type Check, type Fault, faultOf, NOTHING, ofRequest } from '../rule.ts'

const HTTP_HEAD = 'RS/BS-HTTP-HEAD'

/** Checks of the method, the path and the headers that hold plain text. */
export const HTTP_CHECKS: readonly Check[] = [
  ofRequest({ id: 'http/path', severity: 'error', source: CLAUSES.endpoints }, wrongPath),
  ofRequest({ id: 'http/method', severity: 'error', source: CLAUSES.endpoints }, wrongMethod),
  ofRequest({ id: 'http/path.id', severity: 'error', source: CLAUSES.reads }, wrongId),
  ...[HEADERS.requestId, HEADERS.correlationId].map((name) =>
    ofRequest(
      {
        id: `http/${name.toLowerCase()}`,
        severity: 'error',
        source: CLAUSES.headers,
        tag: HTTP_HEAD,
      },
      (request) => notUuid(request, name),
    ),
  ),
  ofRequest({ id: 'http/accept', severity: 'error', source: CLAUSES.negotiation }, notAcceptable),
  ofRequest(
    { id: 'http/accept.version', severity: 'error', source: CLAUSES.negotiation },
    noVersion,
  ),
  ofRequest(
    {
      id: 'http/content-type',
      severity: 'error',
      source: CLAUSES.negotiation,
      tag: HTTP_HEAD,
    },
    wrongContentType,
  ),
  ofRequest(
    { id: 'http/content-type.version', severity: 'error', source: CLAUSES.negotiation },
    wrongVersion,
  ),
  ofRequest(
    { id: 'http/fhir-version', severity: 'error', source: CLAUSES.negotiation },
    wrongFhirVersion,
  ),
]

/** A method as a report may show it. */
export const shownMethod = (method: string): string | undefined =>
  /^[A-Z]{1,20}$/.test(method) ? method : undefined

/** A path as a report may show it: as it was sent, if all its parts are ours, or nearly; else the first. */
export function shownPath({ path, asked }: Pick<SentRequest, 'path' | 'asked'>): string {
  if (asked !== undefined) return asked.path
  const parts = path.split('/').map((part) => (isUuid(part) ? '{id}' : part))
  if (parts.length <= MOST_PARTS && parts.every(isOurs)) return parts.join('/')
  const [, first = ''] = parts
  return isResourceType(first) || isOurs(first) ? `/${first}` : 'a path of another kind'
}

const MOST_PARTS = 8

const PARTS = [FHIR_PATH, ...Object.values(ENDPOINTS).map(({ path }) => path)].flatMap((path) =>
  path.split('/').filter((part) => part !== ''),
)

// What a shell makes of $process-message is told too.
const isOurs = (part: string): boolean =>
  part === '' || part === '-message' || /^R\d$/i.test(part) || nearest(part, PARTS) !== undefined

function wrongPath(request: SentRequest): readonly Fault[] {
  const { path, asked, allowed } = request
  if (asked !== undefined && allowed.includes(asked)) return NOTHING
  const mend = mendFor(path, allowed)
  return [
    {
      where: 'path',
      expected: allowed.map(({ method, path: each }) => `${method} ${each}`).join(' or '),
      received: shownPath(request),
      ...(mend !== undefined && { mend }),
    },
  ]
}

/** What was meant by a path, and why it is not that, where this is known. */
function mendFor(path: string, allowed: readonly Endpoint[]): string | undefined {
  if (/\/FHIR\/R\d/i.test(path)) return `the FHIR base is ${FHIR_PATH}, letter for letter`
  const meant = pathMeant(`${FHIR_PATH}${path}`, allowed)?.slice(FHIR_PATH.length)
  if (meant === undefined) {
    const [first = ''] = path.split('/').slice(1)
    return first === '-message' ? EATEN_BY_SHELL : undefined
  }
  const [sent, right] = [path, meant].map((each) => each.replace(/\/+/g, '/').replace(/\/$/, ''))
  if (sent === right) return `it is ${meant}: one slash between its parts, and none at the end`
  if (sent?.toLowerCase() === right?.toLowerCase())
    return `paths are case-sensitive; it is ${meant}`
  return `it is ${meant}${meant.includes('$') && !path.includes('$') ? ": the '$' is part of it" : ''}`
}

const EATEN_BY_SHELL =
  "a shell took $process for a variable: put the URL in single quotes, or write '\\$'"

function wrongMethod({ method, asked }: SentRequest): readonly Fault[] {
  if (asked === undefined || method === asked.method) return NOTHING
  return [
    { where: 'method', expected: asked.method, received: shownMethod(method) ?? 'another text' },
  ]
}

function wrongId({ path, asked }: SentRequest): readonly Fault[] {
  if (!asked?.path.endsWith('/{id}') || idIn(path) !== undefined) return NOTHING
  return [
    {
      where: 'path » id',
      expected: 'a UUID',
      received: path.endsWith('/') ? 'absent' : quoted(path.split('/').at(-1) ?? ''),
    },
  ]
}

function notUuid({ header }: SentRequest, name: string): readonly Fault[] {
  const value = header(name)?.trim() ?? ''
  if (isUuid(value)) return NOTHING
  const [, inner = ''] = /^(?:urn:uuid:|\{)(.*?)\}?$/i.exec(value) ?? []
  return [
    {
      where: `header ${name}`,
      expected: 'a UUID',
      ...(slipIn(value, ID_SLIPS) ?? { received: value === '' ? 'absent' : quoted(value) }),
      ...(isUuid(inner) && { mend: 'the 36 characters alone, nothing around them' }),
    },
  ]
}

const ID_SLIPS = [
  {
    is: /\{\{.*\}\}/,
    received: 'a variable that was not filled in, {{…}}',
    mend: 'fill the variable in before the request is sent',
  },
  {
    is: /^[^,]+,\s*[^,]+$/,
    received: 'two values, or two headers of that name',
    mend: 'send the header once',
  },
  { is: /^[0-9a-f]{32}$/i, received: 'a UUID without its hyphens', mend: '8-4-4-4-12 digits' },
] as const

const ACCEPTED = `'${FHIR_JSON}; version=1.0.0'`

function notAcceptable({ header, parameters }: SentRequest): readonly Fault[] {
  const [format] = valuesOf(parameters ?? [], '_format')
  const accept = header('Accept')
  if (accept === undefined && format === undefined) {
    return [{ where: 'header Accept', expected: ACCEPTED, received: 'absent' }]
  }
  const failure = checkAccept(accept, format)
  return failure === undefined ? NOTHING : [{ ...faultOf(failure), expected: ACCEPTED }]
}

function noVersion({ header }: SentRequest): readonly Fault[] {
  const accept = header('Accept')
  if (accept === undefined || /;\s*version\s*=/i.test(accept)) return NOTHING
  return [
    {
      where: 'header Accept » version',
      expected: '1.0.0, or another version that begins with 1',
      received: 'absent',
      mend: `the version of BaRS Core: ${ACCEPTED}`,
    },
  ]
}

function wrongContentType({ header, meant }: SentRequest): readonly Fault[] {
  if (meant !== ENDPOINTS['process-message']) return NOTHING
  const failure = checkContentType(header('Content-Type'), header('Content-Encoding'))
  return failure === undefined ? NOTHING : [faultOf(failure)]
}

function wrongVersion({ header, meant }: SentRequest): readonly Fault[] {
  if (meant !== ENDPOINTS['process-message']) return NOTHING
  const versions = parameterOf(header('Content-Type') ?? '', 'version')
  if (versions.length <= 1 && versions.every((each) => /^1(?:\.\d+){0,2}$/.test(each)))
    return NOTHING
  return [
    {
      where: 'header Content-Type » version',
      expected: '1.0.0, or another version that begins with 1',
      received: versions.length > 1 ? 'two versions' : quoted(versions.join()),
    },
  ]
}

function wrongFhirVersion({ header }: SentRequest): readonly Fault[] {
  return ['Accept', 'Content-Type'].flatMap((name) => {
    const versions = parameterOf(header(name) ?? '', 'fhirVersion')
    if (versions.every((each) => /^4\.0(?:\.1)?$/.test(each))) return []
    return [
      {
        where: `header ${name} » fhirVersion`,
        expected: '4.0: BaRS is FHIR R4',
        received: quoted(versions.join(' and ')),
      },
    ]
  })
}
