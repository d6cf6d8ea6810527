import { isObject, type Json } from '../../../src/fhir/json.ts'
import {
  allOf,
  EQUAL,
  keysMatching,
  type Matcher,
  type MatchingRules,
  matching,
} from './pact-file.ts'

/** What a request must have in one place of its body; all else there is the Sender's to write. */
export type Pin =
  | string
  | { readonly kind: 'regex'; readonly regex: string }
  /** An object with those members, if it has them; others are open. Pact counts keys, no more. */
  | {
      readonly kind: 'open'
      readonly members: Members
      readonly keys?: string
      readonly atLeast?: number
    }
  /** An object with the keys of the example, all of them and no others. */
  | { readonly kind: 'whole'; readonly members: Members }
  /** A list with an item for each of those, in any order and among others. */
  | { readonly kind: 'contains'; readonly items: readonly Pin[] }
  /** A list whose every item is so. */
  | { readonly kind: 'each'; readonly item: Pin }

export type Members = Readonly<Record<string, Pin>>

export const regex = (pattern: string): Pin => ({ kind: 'regex', regex: pattern })

export const open = (
  members: Members,
  limits: { readonly keys?: string; readonly atLeast?: number } = {},
): Pin => ({ kind: 'open', members, ...limits })

export const whole = (members: Members): Pin => ({ kind: 'whole', members })

export const contains = (...items: readonly Pin[]): Pin => ({ kind: 'contains', items })

export const each = (item: Pin): Pin => ({ kind: 'each', item })

/** The rules that pin an example so; undefined where the example is not so itself. */
export const matchingRulesOf = (
  pin: Pin,
  example: Json | undefined,
  path = '$',
): MatchingRules | undefined => {
  if (typeof pin === 'string') return example === pin ? { [path]: allOf(EQUAL) } : undefined
  switch (pin.kind) {
    case 'regex':
      return typeof example === 'string' && new RegExp(pin.regex).test(example)
        ? { [path]: allOf(matching(pin.regex)) }
        : undefined
    case 'open':
    case 'whole':
      return isObject(example) ? objectRules(pin, example, path) : undefined
    case 'contains':
      return Array.isArray(example) ? containsRules(pin.items, example, path) : undefined
    case 'each':
      return Array.isArray(example) ? eachRules(pin.item, example, path) : undefined
  }
}

const objectRules = (
  pin: Extract<Pin, { kind: 'open' | 'whole' }>,
  example: Readonly<Record<string, Json>>,
  path: string,
): MatchingRules | undefined => {
  const { members } = pin
  if (Object.keys(members).some((key) => example[key] === undefined)) return undefined
  return merged([
    { [path]: allOf(...keyMatchers(pin, example)) },
    // An open map compares nothing below it by itself: each pinned member has a rule of its own.
    ...Object.entries(example).map(([key, value]) => {
      const member = members[key]
      return member === undefined
        ? looseRules(value, path + step(key))
        : matchingRulesOf(member, value, path + step(key))
    }),
  ])
}

// Pact goes through all that is below an object once for each of its matchers, so one is better.
const keyMatchers = (
  pin: Extract<Pin, { kind: 'open' | 'whole' }>,
  example: Readonly<Record<string, Json>>,
): readonly Matcher[] => {
  if (pin.kind === 'whole') return [atLeastOf(Object.keys(example).length)]
  const { keys, atLeast } = pin
  return [keysMatching(keys), ...(atLeast === undefined ? [] : [atLeastOf(atLeast)])]
}

const atLeastOf = (min: number): Matcher => ({ match: 'type', min })

const containsRules = (
  items: readonly Pin[],
  example: readonly Json[],
  path: string,
): MatchingRules | undefined => {
  const variants = items.flatMap((item) => {
    const index = example.findIndex((value) => matchingRulesOf(item, value) !== undefined)
    const rules = matchingRulesOf(item, example[index])
    return rules === undefined ? [] : [{ index, rules }]
  })
  return variants.length < items.length
    ? undefined
    : { [path]: allOf({ match: 'arrayContains', variants }) }
}

const eachRules = (item: Pin, example: readonly Json[], path: string): MatchingRules | undefined =>
  merged([
    { [path]: allOf(atLeastOf(1)) },
    ...(example.length > 0 ? example : [undefined]).map((value) =>
      matchingRulesOf(item, value, `${path}[*]`),
    ),
  ])

/** The rules under which whatever is in an example may be otherwise: every object in it is open. */
const looseRules = (example: Json, path: string): MatchingRules => {
  if (Array.isArray(example)) return everyOf(example.map((item) => looseRules(item, `${path}[*]`)))
  if (!isObject(example)) return {}
  const members = Object.entries(example).map(([key, value]) => looseRules(value, path + step(key)))
  return { [path]: allOf(keysMatching()), ...everyOf(members) }
}

const everyOf = (parts: readonly MatchingRules[]): MatchingRules => Object.assign({}, ...parts)

const merged = (parts: readonly (MatchingRules | undefined)[]): MatchingRules | undefined => {
  const given = parts.filter((part) => part !== undefined)
  return given.length < parts.length ? undefined : everyOf(given)
}

const step = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`)
