import { HEADERS, readHeaderJson, writeHeaderJson } from '../../../src/bars/headers.ts'
import {
  BUNDLE_ID,
  CORRELATION_ID,
  countingIds,
  EXAMPLE_DAY,
  REQUEST_ID,
  SENT_AT,
} from '../../../src/examples/example.ts'
import { isObject, type Json, text } from '../../../src/fhir/json.ts'
import { readSearch, writeSearch } from '../../../src/fhir/search.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { IDS } from '../../../src/scenarios/sentinels.ts'
import { UUIDS } from '../pact/patterns.ts'
import type { ShownRequest } from '../pact/request.ts'
import type { SeenRequest } from '../sandbox/received-request.ts'

/** When a recording began and ended, in milliseconds since 1970. */
export interface Period {
  readonly begun: number
  readonly ended: number
}

/** The headers that a pact holds: those of BaRS, and what kind of content goes which way. */
const KEPT_HEADERS: readonly string[] = [
  'Accept',
  'Content-Type',
  ...Object.values(HEADERS).filter((name) => name !== HEADERS.scenario),
].sort()

/** A request as every run of the client writes it: what it makes afresh is what examples have. */
export const frozen = (sent: SeenRequest, period: Period): ShownRequest => {
  const { method, path, headers, body } = sent
  const json: Json | undefined = body === undefined ? undefined : JSON.parse(body)
  const rename = renameIds([
    [text(json, 'id') ?? BUNDLE_ID, BUNDLE_ID],
    [headers[HEADERS.correlationId.toLowerCase()] ?? CORRELATION_ID, CORRELATION_ID],
    [headers[HEADERS.requestId.toLowerCase()] ?? REQUEST_ID, REQUEST_ID],
  ])
  return {
    method: method === 'POST' ? 'POST' : 'GET',
    path: frozenPath(path, rename, period),
    headers: frozenHeaders(headers, rename),
    ...(json !== undefined && { json: frozenMessage(json, rename, period) }),
  }
}

const frozenPath = (path: string, rename: RenameIds, period: Period): string => {
  const [pathname = '', query] = path.split('?')
  if (query === undefined) return rename(pathname)
  const parameters = readSearch(query) ?? []
  const freezeTimes = searchTimes(
    parameters.map(([, value]) => value),
    period,
  )
  const moved = parameters.map(([name, value]) => [name, rename(freezeTimes(value))] as const)
  return `${rename(pathname)}?${writeSearch(moved)}`
}

const frozenHeaders = (
  headers: SeenRequest['headers'],
  rename: RenameIds,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = headers[name.toLowerCase()]
      return value === undefined ? [] : [[name, frozenHeader(value.trim(), rename)]]
    }),
  )

/** A header, and the JSON in it where it is base64. It stays as sent where no id is renamed. */
const frozenHeader = (value: string, rename: RenameIds): string => {
  const read = readHeaderJson(value)
  if ('wrong' in read) return rename(value)
  const held = JSON.stringify(read.json)
  const renamed = rename(held)
  return renamed === held ? value : writeHeaderJson(JSON.parse(renamed))
}

const frozenMessage = (message: Json, rename: RenameIds, period: Period): Json => {
  const freezeTimes = messageTimes(textsIn(message), period)
  const freeze = (value: Json, path: readonly string[]): Json => {
    if (typeof value === 'string') return freshAt(path) ?? rename(freezeTimes(value))
    if (Array.isArray(value)) return value.map((item) => freeze(item, [...path, '[]']))
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, freeze(member, [...path, key])]),
    )
  }
  return freeze(message, [])
}

/** What is fresh in every message, whatever it looks like. */
const freshAt = (path: readonly string[]): string | undefined => {
  if (path.at(-1) === 'lastUpdated' || path.join('.') === 'timestamp') return SENT_AT
  return path.join('.') === 'id' ? BUNDLE_ID : undefined
}

// What is always fresh has no say in what lies ahead.
const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isObject(value)) return []
  const { lastUpdated: _, timestamp: __, ...others } = value
  return Object.values(others).flatMap(textsIn)
}

/** Writes each id in a text as every run has it. */
type RenameIds = (text: string) => string

/** They choose or answer a scenario, so they stay. */
const SCENARIO_UUIDS: ReadonlySet<string> = new Set([...Object.values(IDS), DEFAULT_APPOINTMENT_ID])

/**
 * Renames UUIDs in the order in which they come up, the same one always to the same: a client mints
 * others on each run. `given` are the names of those that have one already.
 */
const renameIds = (given: readonly (readonly [id: string, name: string])[]): RenameIds => {
  const names = new Map(given.map(([id, name]) => [id.toLowerCase(), name]))
  const nextName = countingIds('0ba25005')
  const nameOf = (id: string): string => {
    const key = id.toLowerCase()
    const name = names.get(key) ?? (SCENARIO_UUIDS.has(key) ? key : nextName())
    names.set(key, name)
    return name
  }
  return (text) => text.replace(UUIDS, nameOf)
}

/** Writes each time in a text so that another run writes the same. */
type FreezeTimes = (text: string) => string

const TIMES = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g

const DAY_MS = 24 * 60 * 60 * 1000
const SECOND_MS = 1000
// Clients cut times down to the minute, and machines' clocks differ.
const NOW_MS = 60 * SECOND_MS

const dayOf = (time: string): number => Date.parse(time.slice(0, 10)) / DAY_MS
const withDay = (time: string, day: number): string =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) + time.slice(10)

const SENT_DAY = dayOf(EXAMPLE_DAY)

const timesIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.match(TIMES) ?? [])

const isNow = (time: string, { begun, ended }: Period): boolean =>
  Date.parse(time) >= begun - NOW_MS && Date.parse(time) <= ended + NOW_MS

const earliest = (times: readonly string[]): string | undefined =>
  [...times].sort((a, b) => Date.parse(a) - Date.parse(b))[0]

/**
 * For the times of a message. What was now becomes the time at which examples are sent; what was to
 * come moves by whole days, so that the first of it is on the day after. What is past stays.
 */
const messageTimes = (texts: readonly string[], period: Period): FreezeTimes => {
  const isAhead = (time: string) => Date.parse(time) > period.ended + NOW_MS
  const first = earliest(timesIn(texts).filter(isAhead))
  const days = first === undefined ? 0 : SENT_DAY + 1 - dayOf(first)
  return (text) =>
    text.replace(TIMES, (time) => {
      if (isNow(time, period)) return SENT_AT
      return isAhead(time) ? withDay(time, dayOf(time) + days) : time
    })
}

/**
 * For the range of a search: it moves as a whole, so that it begins on the day of the examples. Were
 * it left where it is, it would soon lie in the past, and find nothing.
 */
const searchTimes = (texts: readonly string[], period: Period): FreezeTimes => {
  const first = earliest(timesIn(texts))
  if (first === undefined) return (text) => text
  const days = SENT_DAY - dayOf(first)
  return (text) =>
    text.replace(TIMES, (time) =>
      isNow(first, period) && isDaysAfter(time, first)
        ? withDay(SENT_AT, dayOf(SENT_AT) + daysBetween(first, time))
        : withDay(time, dayOf(time) + days),
    )
}

const daysBetween = (first: string, time: string): number =>
  Math.round((Date.parse(time) - Date.parse(first)) / DAY_MS)

// A client may ask the clock for each bound.
const isDaysAfter = (time: string, first: string): boolean =>
  Math.abs(Date.parse(time) - Date.parse(first) - daysBetween(first, time) * DAY_MS) <= SECOND_MS
