import { type Failure, fail } from './failure.ts'
import { quoted } from './privacy.ts'
import { remember } from './remember.ts'

/** The media type of every answer; `version` names BaRS Core in requests and is not echoed. */
export const FHIR_JSON = 'application/fhir+json'

// BaRS Core 1.x: "the Receiver compares only the major version".
const CORE_MAJOR = '1'

const EXPECTED = `${FHIR_JSON}; version=${CORE_MAJOR}.0.0 (XML is not spoken here)`

/** Refuses a request whose Accept (or `_format`, which overrides it) leaves no room for FHIR JSON. */
export const checkAccept = (
  accept: string | undefined,
  format: string | undefined,
): Failure | undefined => {
  // An empty Accept asks for nothing in particular, as none does.
  const asked = format ?? (accept?.trim() || '*/*')
  const ranges = format === undefined ? asked.split(',').map(readMediaRange) : [formatRange(asked)]
  return allowsJson(ranges)
    ? undefined
    : fail('SEND_NOT_ACCEPTABLE', 'processing', {
        where: format === undefined ? 'header Accept' : 'parameter _format',
        received: quoted(asked),
        expected: EXPECTED,
      })
}

/** Refuses a body that is not sent as FHIR JSON. */
export const checkContentType = (
  contentType: string | undefined,
  contentEncoding: string | undefined,
): Failure | undefined => {
  if (contentType === undefined || readMediaRange(contentType).type !== FHIR_JSON) {
    return unsupported('Content-Type', contentType, EXPECTED)
  }
  if (
    readMediaRange(contentType).charsets.some((charset) => !UTF8.includes(charset.toLowerCase()))
  ) {
    return unsupported('Content-Type', contentType, 'charset=utf-8, in which all JSON is')
  }
  if (contentEncoding !== undefined && !Object.hasOwn(CODINGS, codingIn(contentEncoding))) {
    return unsupported('Content-Encoding', contentEncoding, 'gzip, deflate or none')
  }
  return undefined
}

// How clients spell the one charset of JSON.
const UTF8 = ['utf-8', 'utf8']

/** How a body may be compressed (RFC 9110 §8.4.1). */
export type Compression = 'gzip' | 'deflate'

const CODINGS: Readonly<Record<string, Compression | undefined>> = {
  '': undefined,
  identity: undefined,
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
}

const codingIn = (contentEncoding: string): string => contentEncoding.trim().toLowerCase()

/** How a body whose Content-Encoding is taken is compressed, if it is. */
export const compressionIn = (contentEncoding: string): Compression | undefined =>
  CODINGS[codingIn(contentEncoding)]

/** Whether who sends this Accept-Encoding takes gzip. */
export const acceptsGzip = remember((acceptEncoding: string): boolean =>
  acceptEncoding
    .split(',')
    .map(readMediaRange)
    .some((range) => GZIP.includes(range.type) && !isRefused(range)),
)

const GZIP = ['gzip', 'x-gzip', '*']

const unsupported = (header: string, received: string | undefined, expected: string) =>
  fail('SEND_BAD_REQUEST', 'not-supported', {
    where: `header ${header}`,
    received: received === undefined ? 'nothing' : quoted(received),
    expected,
  })

/** What a media type says at a parameter; several values where it comes several times. */
export const parameterOf = (mediaType: string, name: string): readonly string[] =>
  mediaType
    .split(';')
    .slice(1)
    .map((part) => part.split('='))
    .filter(([key]) => key?.trim().toLowerCase() === name.toLowerCase())
    .map(([, value = '']) => value.trim().replace(/^"(.*)"$/, '$1'))

interface MediaRange {
  readonly type: string
  readonly version: string | undefined
  readonly q: string | undefined
  readonly charsets: readonly string[]
}

const readMediaRange = remember((value: string): MediaRange => {
  const [type = ''] = value.split(';')
  const [version] = parameterOf(value, 'version')
  const [q] = parameterOf(value, 'q')
  const charsets = parameterOf(value, 'charset')
  return { type: type.trim().toLowerCase(), version, q, charsets }
})

// FHIR R4 §3.1.0.1.11: the short and the generic names of `_format` mean the FHIR type.
const FORMATS = ['json', 'text/json', 'application/json', FHIR_JSON]

const formatRange = (format: string): MediaRange => {
  const range = readMediaRange(format.replace(/(\w) (\w)/, '$1+$2'))
  return FORMATS.includes(range.type) ? { ...range, type: FHIR_JSON } : range
}

// RFC 9110 §12.5.1: of the ranges that name what is answered, the most specific count.
const allowsJson = (ranges: readonly MediaRange[]): boolean => {
  const most = ranges.reduce((sofar, range) => Math.max(sofar, precisionOf(range)), NOT_NAMED)
  return (
    most > NOT_NAMED && ranges.some((range) => precisionOf(range) === most && !isRefused(range))
  )
}

const isRefused = ({ q }: MediaRange): boolean => q !== undefined && Number(q) === 0

const NOT_NAMED = -1

/** How precisely a range names FHIR JSON of BaRS, or NOT_NAMED. */
const precisionOf = ({ type, version }: MediaRange): number => {
  if (version !== undefined && version.split('.')[0] !== CORE_MAJOR) return NOT_NAMED
  const precision = ['*/*', 'application/*', FHIR_JSON].indexOf(type)
  return precision === NOT_NAMED ? NOT_NAMED : precision + (version === undefined ? 0 : 0.5)
}
