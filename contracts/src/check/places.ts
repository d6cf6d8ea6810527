import { isObject, member } from '../../../src/fhir/json.ts'
import { received } from './received.ts'
import type { Finding } from './rule.ts'

/** A place that a path leads to, and what is there: undefined where the message ends before it. */
export interface Place {
  readonly where: string
  readonly value: unknown
  /** What the path still goes through, where the message ends before it. */
  readonly rest?: string
  /** Set where the path ends early, for what is there is not of this kind. */
  readonly due?: 'a list' | 'an object'
}

/** An element that must be there. */
export interface RequiredElement {
  /** Keys with dots between; `[]` after a list, `?` after what may be left out. */
  readonly path: string
  readonly expected: string
  /** Whether a value will do; any text that is not blank, if left out. */
  readonly is?: (value: unknown) => boolean
}

const SEGMENT = /^(?<key>\w+)(?<optional>\?)?(?<list>\[\])?$/

/** Every place that a path leads to, those included where something is missing. */
export const placesAt = (root: unknown, path: string, where: string): readonly Place[] => {
  const [, segment = '', rest] = /^([^.]*)\.?(.*)$/.exec(path) ?? []
  const { key = '', optional, list } = SEGMENT.exec(segment)?.groups ?? {}
  if (!isObject(root)) return [{ where, value: root, due: 'an object' }]
  const value = member(root, key) ?? undefined
  const at = `${where}${where.endsWith(' ') ? '' : '.'}${key}`
  if (value === undefined && optional !== undefined) return []
  const places = list === undefined ? [{ where: at, value }] : itemsOf(value, at)
  return rest ? places.flatMap((place) => following(place, rest)) : places
}

const following = (place: Place, path: string): readonly Place[] => {
  if (place.due !== undefined) return [place]
  if (place.value === undefined) return [{ ...place, rest: path.replaceAll('?', '') }]
  return placesAt(place.value, path, place.where)
}

const itemsOf = (found: unknown, where: string): readonly Place[] => {
  if (found === undefined) return [{ where, value: undefined }]
  if (!Array.isArray(found)) return [{ where, value: found, due: 'a list' }]
  if (found.length === 0) return [{ where: `${where}[0]`, value: undefined }]
  return found.map((value: unknown, place) => ({ where: `${where}[${place}]`, value }))
}

/** Whether a value is text that is not blank. */
export const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** Whether there is anything: FHIR has no empty objects or lists. */
export const isThere = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== undefined && value !== null

/** What of a required element is missing or will not do. */
export const wrongAt = (
  root: unknown,
  where: string,
  { path, expected, is = isText }: RequiredElement,
): readonly Finding[] =>
  placesAt(root, path, where)
    .filter(({ value, due }) => due !== undefined || !is(value))
    .map(({ where: at, value, rest, due }) => ({
      where: at,
      expected: due ?? (rest === undefined ? expected : `${rest}: ${expected}`),
      received: received(value),
    }))
