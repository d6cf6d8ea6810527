import { readHeaderJson, writeHeaderJson } from '../../../src/bars/header-json.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { SENT_AT } from '../../../src/examples/example.ts'
import { BUNDLE_ID, CORRELATION_ID, REQUEST_ID } from '../../../src/examples/ids.ts'
import { isObject, type Json, text } from '../../../src/fhir/json.ts'
import { readSearch, writeSearch } from '../../../src/fhir/search.ts'
import type { ShownRequest } from '../pact/request.ts'
import type { SeenRequest } from '../sandbox/received-request.ts'
import { type RenameIds, renameIds } from './ids.ts'
import { messageTimes, type Period, searchTimes } from './times.ts'

/** The headers that a pact holds: those of BaRS, and what kind of content goes which way. */
const KEPT: readonly string[] = [
  'Accept',
  'Content-Type',
  ...Object.values(HEADERS).filter((name) => name !== HEADERS.scenario),
].sort()

/** The body of a request that was answered as JSON. */
const jsonOf = ({ body }: SeenRequest): Json | undefined =>
  body === undefined ? undefined : JSON.parse(body)

/** A request as every run of the client writes it: what it makes afresh is what examples have. */
export const frozen = (sent: SeenRequest, period: Period): ShownRequest => {
  const { method, path, headers } = sent
  const json = jsonOf(sent)
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
    KEPT.flatMap((name) => {
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
    if (typeof value === 'string') return whole(path) ?? rename(freezeTimes(value))
    if (Array.isArray(value)) return value.map((item) => freeze(item, [...path, '[]']))
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, freeze(member, [...path, key])]),
    )
  }
  return freeze(message, [])
}

/** What is fresh in every message, whatever it looks like. */
const whole = (path: readonly string[]): string | undefined => {
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
