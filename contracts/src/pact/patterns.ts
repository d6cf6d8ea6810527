import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { HEADERS } from '../../../src/bars/headers.ts'

// Every pattern matches a whole text and means the same in Rust, Java, .NET and JavaScript: no
// inline flags, no \A, no \z.

const UUID_TEXT = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}'
const INSTANT_TEXT = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:\.[0-9]+)?(?:Z|[+-][0-9:]{5})`

/** The parts that other patterns are made of. */
export const PATTERN_PARTS = { uuid: UUID_TEXT, instant: INSTANT_TEXT } as const

const UUID = `^${UUID_TEXT}$`

/** Every UUID in a text. */
export const UUIDS = new RegExp(UUID_TEXT, 'g')

/**
 * Base64 of a JSON object: any blanks by threes, then the brace that it begins with, which looks
 * otherwise behind no blank, one or two.
 */
export const BASE64_OBJECT =
  '^(?:[CDI][ACQSgi][0Ako][JKNg])*(?:e[wy]|[CDI][HXn]s|[CDI][ACQSgi][1Blp]7)[A-Za-z0-9+/]+={0,2}$'

/** Text in capitals or small letters, for there are no inline flags. */
const inAnyCase = (pattern: string): string =>
  pattern.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)

/** One of these media types, with whatever parameters. */
const mediaType = (types: string): string => String.raw`^(?:${inAnyCase(types)})(?:\s*;.*)?$`

/** FHIR JSON. */
const FHIR_JSON_TYPE = mediaType(String.raw`application/fhir\+json`)

/**
 * FHIR JSON, or what Senders name beside it: Pact parts a header at its commas, and each part must
 * match. So a Sender that names another of these alone is taken too. Not any type: that is what HTTP
 * clients send for a Sender that names none.
 */
export const FHIR_RANGE = mediaType(
  String.raw`application/(?:fhir\+(?:json|xml)|(?:json|xml)(?:\+fhir)?)`,
)

/** A code of the use cases of BaRS. */
export const USE_CASE = '^(?:a[0-9]{1,2}t[0-9]{1,2}|referraltopharmacy)$'

/** `use-context`: use case, category or status, event and reason. */
const USE_CONTEXT = String.raw`^[a-z0-9-]+(?:\|[a-z-]+){3}$`

/** Any text that is not blank, in however many lines. */
export const NOT_BLANK = String.raw`^[\s\S]*\S[\s\S]*$`

/** Text as a pattern that matches it alone. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One of these texts. */
export const oneOf = (texts: readonly string[]): string => `^(?:${texts.map(escaped).join('|')})$`

/** Any text but these. */
export const noneOf = (texts: readonly string[]): string =>
  `^(?!(?:${texts.map(escaped).join('|')})$).*`

/**
 * Base64 with that text anywhere inside, whatever stands before it: one alternative for each way
 * that it can lie across the groups of three bytes, without the characters shared with neighbours.
 */
export const base64With = (text: string): string => {
  const alternatives = [0, 1, 2].map((offset) => escaped(inBase64(text, offset)))
  return `^[A-Za-z0-9+/]*(?:${alternatives.join('|')})[A-Za-z0-9+/]*={0,2}$`
}

const inBase64 = (text: string, offset: number): string => {
  const bytes = '\0'.repeat(offset) + text
  const written = btoa(bytes).replace(/=+$/, '')
  const isShared = bytes.length % 3 !== 0
  return written.slice([0, 2, 3][offset], isShared ? -1 : undefined)
}

/** How each header of a request must look; what is inside base64 no pattern can tell. */
const HEADER_PATTERNS: Readonly<Record<string, string>> = {
  Accept: FHIR_RANGE,
  'Content-Type': FHIR_JSON_TYPE,
  [HEADERS.requestId]: UUID,
  [HEADERS.correlationId]: UUID,
  [HEADERS.target]: BASE64_OBJECT,
  [HEADERS.organisation]: BASE64_OBJECT,
  [HEADERS.software]: BASE64_OBJECT,
  [HEADERS.useContext]: USE_CONTEXT,
}

/** The pattern of a header; `target` is the value that NHSD-Target-Identifier must hold, if any. */
export const headerPattern = (name: string, target: string | undefined): string => {
  // With its quotation marks, so that it is not found inside a longer value.
  if (name === HEADERS.target && target !== undefined) return base64With(`"${target}"`)
  const pattern = HEADER_PATTERNS[name]
  if (pattern === undefined) throw new Error(`no pattern for the header ${name}`)
  return pattern
}

const TIME = '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(?:Z|[+ -][0-9:]{5})'
const INCLUDE = String.raw`[A-Z][A-Za-z]+:(?:\*|[A-Za-z]+(?::[A-Z][A-Za-z]+)?)`

/** A value, with that system before it or none. */
const token = (system: string, [sent = '']: readonly string[]): string => {
  const value = sent.slice(sent.lastIndexOf('|') + 1)
  return `(?:${escaped(system)}\\|)?${escaped(value)}`
}

const service = (values: readonly string[]): string => token(SYSTEMS.dosService, values)

const inAnyOrder = ([value = '']: readonly string[]): string => {
  const codes = value.split(',')
  return oneOf([...new Set([codes.join(','), codes.toReversed().join(',')])])
}

/**
 * The pattern of each parameter. It holds for every value of a parameter that comes more than once,
 * in any order; a literal would demand this order and this number.
 */
const PARAMETERS: Readonly<Record<string, (values: readonly string[]) => string>> = {
  // A Sender names its use case beside the service (BaRS Core 1.3).
  context: (values) => `^(?:${service(values)}|${escaped(SYSTEMS.useCase)}\\|[a-z0-9]+)$`,
  'Schedule.actor:HealthcareService': (values) => `^${service(values)}$`,
  'patient:identifier': (values) => `^${token(SYSTEMS.nhsNumber, values)}$`,
  start: () => `^(?:ge|gt|le|lt)${TIME}$`,
  _include: () => `^${INCLUDE}(?:,${INCLUDE})*$`,
}

/** The pattern of a parameter that has those values in the example. */
export const parameterPattern = (name: string, values: readonly string[]): string =>
  (PARAMETERS[name] ?? inAnyOrder)(values)
