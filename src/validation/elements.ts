import { received } from '../bars/privacy.ts'
import { isObject, member } from '../fhir/json.ts'
import type { Fault } from './rule.ts'

/** A value's test: a yes or a no, and nothing allocated. */
export type Test<Given = void> = (value: unknown, given: Given) => boolean

/** An element, and what must be there. */
export interface Element {
  /** Keys with dots between; `[]` after a list, `?` after what may be left out. */
  readonly path: string
  readonly expected: string
  /** Whether a value will do; any text that is not blank, if left out. */
  readonly is?: (value: unknown) => boolean
  /** How to put right a value that will not do, where there is more to say; of what it is an element of. */
  readonly mend?: (value: unknown, root: unknown) => string | undefined
}

/** A place that a path leads to, and what is there: undefined where the message ends before it. */
export interface Place {
  readonly where: string
  readonly value: unknown
  /** What the path still goes through, where the message ends before it. */
  readonly rest?: string
  /** Set where the path ends early, for what is there is not of this kind. */
  readonly due?: 'a list' | 'an object'
}

interface Segment {
  readonly key: string
  readonly isOptional: boolean
  readonly isList: boolean
}

const SEGMENT = /^(?<key>\w+)(?<optional>\?)?(?<list>\[\])?$/

function segmentsOf(path: string): readonly Segment[] {
  return path.split('.').map((segment) => {
    const { key = '', optional, list } = SEGMENT.exec(segment)?.groups ?? {}
    return { key, isOptional: optional !== undefined, isList: list !== undefined }
  })
}

/** Whether a value is text that is not blank. */
export const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** Whether there is anything: FHIR has no empty objects or lists. */
export function isThere(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null
  for (const _key in value) return true
  return false
}

/** A test of all that a path leads to from an object: compiled once, for it is asked of every message. */
export function testOf<Given = void>({
  path,
  is = isText,
}: {
  readonly path: string
  readonly is?: Test<Given>
}): Test<Given> {
  return segmentsOf(path).reduceRight<Test<Given>>((next, segment) => step(segment, next, is), is)
}

function step<Given>(
  { key, isOptional, isList }: Segment,
  next: Test<Given>,
  is: Test<Given>,
): Test<Given> {
  if (!isList) {
    return (root, given) => {
      if (!isObject(root)) return false
      const value = root[key] ?? undefined
      return value === undefined ? isOptional || is(value, given) : next(value, given)
    }
  }
  return (root, given) => {
    if (!isObject(root)) return false
    const items = root[key] ?? undefined
    if (items === undefined) return isOptional || is(items, given)
    if (!Array.isArray(items)) return false
    if (items.length === 0) return is(undefined, given)
    return items.every((item) => next(item, given))
  }
}

/** Every place that a path leads to, those included where something is missing. */
export function placesAt(root: unknown, path: string, where: string): readonly Place[] {
  const [segment, ...rest] = segmentsOf(path)
  return segment === undefined ? [] : follow(root, where, segment, rest)
}

function follow(
  root: unknown,
  where: string,
  { key, isOptional, isList }: Segment,
  [next, ...rest]: readonly Segment[],
): readonly Place[] {
  if (!isObject(root)) return [{ where, value: root, due: 'an object' }]
  const value = member(root, key) ?? undefined
  const at = `${where}${where.endsWith(' ') ? '' : '.'}${key}`
  if (value === undefined && isOptional) return []
  const places = isList ? itemsOf(value, at) : [{ where: at, value }]
  if (next === undefined) return places
  return places.flatMap((place) => {
    if (place.due !== undefined) return [place]
    return place.value === undefined
      ? [{ ...place, rest: written([next, ...rest]) }]
      : follow(place.value, place.where, next, rest)
  })
}

const written = (segments: readonly Segment[]): string =>
  segments.map(({ key, isList }) => `${key}${isList ? '[]' : ''}`).join('.')

function itemsOf(found: unknown, where: string): readonly Place[] {
  if (found === undefined) return [{ where, value: undefined }]
  if (!Array.isArray(found)) return [{ where, value: found, due: 'a list' }]
  if (found.length === 0) return [{ where: `${where}[0]`, value: undefined }]
  return found.map((value: unknown, place) => ({ where: `${where}[${place}]`, value }))
}

/** What of an element is missing or will not do, in words. */
export function faultsAt(
  root: unknown,
  where: string,
  { path, expected, is = isText, mend }: Element,
): readonly Fault[] {
  return placesAt(root, path, where)
    .filter(({ value, due }) => due !== undefined || !is(value))
    .map(({ where: at, value, rest, due }) => {
      const help = mend?.(value, root)
      return {
        where: at,
        expected: due ?? (rest === undefined ? expected : `${rest}: ${expected}`),
        received: received(value),
        ...(help !== undefined && { mend: help }),
      }
    })
}
