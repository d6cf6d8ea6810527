import { isObject, type Json } from '../../../src/fhir/json.ts'
import type { Matcher, MatchingRules } from '../../src/pact/pact-file.ts'

/** A step into JSON: the name of a member or the place in a list. */
export type Step = string | number

/** A matcher and what it is about in the example. */
export interface Pinned {
  readonly at: readonly Step[]
  readonly matcher: Exclude<Matcher, { match: 'arrayContains' }>
  /** Undefined when the example has nothing there. */
  readonly value: Json | undefined
}

/** Every matcher of a body, with the place and the value that it is about. */
export const pinnedIn = (
  rules: MatchingRules,
  content: Json | undefined,
  at: readonly Step[] = [],
): readonly Pinned[] =>
  Object.entries(rules).flatMap(([path, { matchers }]) =>
    placesOf(path, content).flatMap((place) =>
      matchers.flatMap((matcher) => {
        const value = valueAt(content, place)
        return matcher.match === 'arrayContains'
          ? matcher.variants.flatMap(({ index, rules: inner }) =>
              pinnedIn(inner, valueAt(value, [index]), [...at, ...place, index]),
            )
          : [{ at: [...at, ...place], matcher, value }]
      }),
    ),
  )

/** What is at a place in JSON. */
export const valueAt = (value: Json | undefined, at: readonly Step[]): Json | undefined =>
  at.reduce<Json | undefined>((found, step) => {
    if (Array.isArray(found)) return typeof step === 'number' ? found[step] : undefined
    return isObject(found) ? found[step] : undefined
  }, value)

/** JSON with another value at a place; undefined takes out what is there. */
export const withValue = (value: Json, at: readonly Step[], wanted: Json | undefined): Json => {
  const [step, ...rest] = at
  if (step === undefined) return wanted ?? null
  const child = valueAt(value, [step])
  const isLast = rest.length === 0
  if (child === undefined) throw new Error(`there is nothing at ${at.join('.')}`)
  const changed = isLast ? wanted : withValue(child, rest, wanted)
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== step) return [item]
      return changed === undefined ? [] : [changed]
    })
  }
  const members = Object.entries(isObject(value) ? value : {})
  return Object.fromEntries(
    members.flatMap(([key, item]) => {
      if (key !== step) return [[key, item]]
      return changed === undefined ? [] : [[key, changed]]
    }),
  )
}

const STEP = /\.([A-Za-z_]\w*)|\['([^']+)'\]|\[(\d+)\]|\[(\*)\]/g

/** The places that a path leads to: one, or as many as the lists on its way have items. */
const placesOf = (path: string, content: Json | undefined): readonly (readonly Step[])[] => {
  const steps = [...path.matchAll(STEP)]
  if (`$${steps.map(([text]) => text).join('')}` !== path) throw new Error(`what path is ${path}?`)
  return steps.reduce<readonly (readonly Step[])[]>(
    (places, [, name, quoted, index, every]) => {
      if (every === undefined) {
        const step = index === undefined ? (name ?? quoted ?? '') : Number(index)
        return places.map((place) => [...place, step])
      }
      return places.flatMap((place) => {
        const items = valueAt(content, place)
        return Array.isArray(items) ? items.map((_, item) => [...place, item]) : [[...place, 0]]
      })
    },
    [[]],
  )
}
