import { createApp } from '../../../src/app.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import { FHIR_PATH, PUBLIC_SPACE } from '../../../src/bars/paths.ts'
import { countingIds } from '../../../src/examples/example.ts'
import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { organisationsInMemory } from '../../../src/receiver/111-ed/organisations.ts'
import type { CatalogueRow } from '../../../src/receiver/catalogue.ts'
import { statusOf } from '../../../src/scenarios/scenario.ts'
import { IDS } from '../../../src/scenarios/sentinels.ts'
import {
  allOf,
  fhirBody,
  headerLists,
  type MatchingRules,
  matching,
  type PactResponse,
} from './pact-file.ts'
import { escaped, NOT_BLANK, PATTERN_PARTS } from './patterns.ts'
import type { ShownRequest } from './request.ts'

/** What every answer has, as it is; a 405 says besides which methods are allowed. */
const PROMISED_HEADERS = [
  'Cache-Control',
  'Content-Type',
  HEADERS.correlationId,
  HEADERS.requestId,
  HEADERS.scenario,
]

const PROMISED_IDS: readonly string[] = [...Object.values(IDS), DEFAULT_APPOINTMENT_ID]

/**
 * What a row promises to answer to a request: the sandbox's own answer, of which everything counts
 * but what a Receiver makes afresh (ids, times, its address) and the words of its diagnostics.
 */
export const pactResponse = async (
  row: CatalogueRow,
  request: ShownRequest,
): Promise<PactResponse> => {
  const { status, headers, json } = await exampleAnswer(row, request)
  if (status !== statusOf(row.reply) || headers.get(HEADERS.scenario) !== row.id) {
    throw new Error(`the request for ${row.id} is answered ${status} by another row`)
  }
  const promised = PROMISED_HEADERS.map((name) => [name, headers.get(name)] as const)
  const allow = headers.get('Allow')
  return {
    status,
    headers: {
      ...headerLists(
        Object.fromEntries(promised.flatMap(([name, value]) => (value ? [[name, value]] : []))),
      ),
      // Pact parts what it receives at the commas.
      ...(allow && { Allow: allow.split(', ') }),
    },
    body: fhirBody(json),
    matchingRules: { body: answerRules(json, keptIn(request)) },
  }
}

/** The FHIR base in examples. */
const BASE = `https://receiver.example${FHIR_PATH}`

/** The version of the software in examples: releases change no Pact file. */
const VERSION = '0.0.0'

/** How the UUIDs that the Receiver makes begin in examples. */
const MADE = '0ba25009'

// Before the day on which examples happen, so that their Slots are in the future.
const NOW = Date.parse('2030-01-14T12:00:00Z')

/** What the sandbox answers to the example of a row. */
interface ExampleAnswer {
  readonly status: number
  readonly headers: Headers
  readonly json: Json
}

/** Asks a sandbox whose clock stands still, and whose ids count up, for a row's answer. */
const exampleAnswer = async (
  { given = [] }: CatalogueRow,
  { method, path, headers, json }: ShownRequest,
): Promise<ExampleAnswer> => {
  const organisations = organisationsInMemory()
  const app = createApp({
    now: () => NOW,
    newId: countingIds(MADE),
    version: VERSION,
    organisations,
  })
  for (const state of given) {
    const odsCode = readOrganisation(headers[HEADERS.organisation] ?? '')
    if (odsCode instanceof Failure) throw new Error('the example names no organisation')
    await organisations(PUBLIC_SPACE, odsCode).put(state, NOW)
  }

  const response = await app.fetch(
    new Request(`${BASE}${path}`, {
      method,
      headers: { ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    }),
  )
  return { status: response.status, headers: response.headers, json: asJson(await response.json()) }
}

const keptIn = ({ path, json }: ShownRequest): ((part: string) => boolean) => {
  const sent = path + JSON.stringify(json ?? null)
  return (part) => PROMISED_IDS.includes(part) || sent.includes(part)
}

const answerRules = (
  value: Json,
  kept: (part: string) => boolean,
  path = '$',
  key = '',
): MatchingRules => {
  if (key === 'diagnostics') return { [path]: allOf(matching(NOT_BLANK)) }
  if (typeof value === 'string') {
    const pattern = freshPattern(value, kept)
    return pattern === undefined ? {} : { [path]: allOf(matching(pattern)) }
  }
  const below = childrenOf(value).map(([name, child, step]) =>
    answerRules(child, kept, path + step, name),
  )
  return Object.assign({}, ...below)
}

const childrenOf = (
  value: Json,
): readonly (readonly [key: string, child: Json, step: string])[] => {
  if (Array.isArray(value)) return value.map((item, index) => [`${index}`, item, `[${index}]`])
  if (!isObject(value)) return []
  return Object.entries(value).map(([key, child]) => [key, child, `.${key}`])
}

/** A part of an answer's text that another run, or another sandbox, writes otherwise. */
interface Fresh {
  readonly looksLike: RegExp
  readonly pattern: string
  /** Whether a text of this look that the request had, or the row promises, is answered as it is. */
  readonly isKept: boolean
}

const FRESH: readonly Fresh[] = [
  { looksLike: new RegExp(escaped(BASE)), pattern: 'https?://[^?]+', isKept: false },
  { looksLike: new RegExp(PATTERN_PARTS.uuid), pattern: PATTERN_PARTS.uuid, isKept: true },
  { looksLike: new RegExp(PATTERN_PARTS.instant), pattern: PATTERN_PARTS.instant, isKept: true },
  // A case number is the first group of an id made.
  { looksLike: new RegExp(`^${MADE}$`), pattern: '[0-9a-f]{8}', isKept: false },
  { looksLike: new RegExp(`^${escaped(VERSION)}$`), pattern: String.raw`\S+`, isKept: false },
]

/**
 * The pattern of a text in an answer, with its fresh parts open and the rest as it is; undefined
 * where nothing in it is fresh. `kept` tells which ids and times are not the Receiver's to make.
 */
const freshPattern = (text: string, kept: (part: string) => boolean): string | undefined => {
  const pattern = patternOf(text, kept)
  return pattern === escaped(text) ? undefined : `^${pattern}$`
}

const patternOf = (text: string, kept: (part: string) => boolean): string => {
  const found = FRESH.map((fresh) => ({ ...fresh, match: fresh.looksLike.exec(text) })).find(
    ({ match }) => match !== null,
  )
  if (found?.match == null) return escaped(text)
  const { match, pattern, isKept } = found
  const [part] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + part.length)
  return [
    patternOf(before, kept),
    isKept && kept(part) ? escaped(part) : pattern,
    patternOf(after, kept),
  ].join('')
}
