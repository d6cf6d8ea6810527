import { isObject, type JsonObject, list, member, text } from '../json.ts'
import { isBefore, isTime } from '../time.ts'

/** Whether something holds of a node; `resource` is the one that the node is in, however deep. */
export type Predicate = (node: JsonObject, resource: JsonObject) => boolean

export const not = (test: Predicate): Predicate => {
  return (node, resource) => !test(node, resource)
}
export const and = (one: Predicate, other: Predicate): Predicate => {
  return (node, resource) => one(node, resource) && other(node, resource)
}
export const or = (...tests: readonly Predicate[]): Predicate => {
  return (node, resource) => tests.some((test) => test(node, resource))
}
export const differ = (one: Predicate, other: Predicate): Predicate => {
  return (node, resource) => one(node, resource) !== other(node, resource)
}
export const equal = (one: Predicate, other: Predicate): Predicate => not(differ(one, other))

/** An element is there, if only with extensions. */
export function has(key: string): Predicate {
  const beside = `_${key}`
  return (node) => {
    const value = node[key] ?? undefined
    if (value === undefined) return node[beside] !== undefined
    return !Array.isArray(value) || value.length > 0
  }
}

/** A choice is there, whatever its type. */
export function hasChoice(name: string): Predicate {
  return (node) => {
    for (const key in node) {
      const start = key.startsWith('_') ? 1 : 0
      const next = key.charCodeAt(start + name.length)
      if (key.startsWith(name, start) && next >= 65 && next <= 90) return true
    }
    return false
  }
}

export const is = (key: string, ...codes: readonly string[]): Predicate => {
  return (node) => codes.includes(text(node, key) ?? '')
}

/** Every item of a list; true of a list that is not there. */
export const every = (key: string, test: Predicate): Predicate => {
  return (node, resource) =>
    node[key] === undefined ||
    list(node, key).every((item) => !isObject(item) || test(item, resource))
}

export const fewer = (key: string, than: number): Predicate => {
  return (node) => list(node, key).length < than
}

export const inOrder = (earlier: string, later: string): Predicate => {
  return ({ [earlier]: start, [later]: end }) =>
    !isTime('dateTime', start) || !isTime('dateTime', end) || !isBefore(end, start)
}

export const isConcept = (key: string, system: string, ...codes: readonly string[]): Predicate => {
  const url = `http://terminology.hl7.org/CodeSystem/${system}`
  return ({ [key]: concept }) =>
    list(concept, 'coding').some(
      (coding) => text(coding, 'system') === url && codes.includes(text(coding, 'code') ?? ''),
    )
}

const containedIds = new WeakMap<JsonObject, ReadonlySet<unknown>>()

function idsOfContained(resource: JsonObject): ReadonlySet<unknown> {
  const known = containedIds.get(resource)
  if (known !== undefined) return known
  const ids = new Set(list(resource, 'contained').map((each) => member(each, 'id')))
  containedIds.set(resource, ids)
  return ids
}

/** What a reference begins with `#` for is contained. */
export const isContained: Predicate = ({ reference }, resource) =>
  typeof reference !== 'string' ||
  !reference.startsWith('#') ||
  reference === '#' ||
  idsOfContained(resource).has(reference.slice(1))

export const hasMeta = (key: string): Predicate => {
  return ({ meta }) => member(meta, key) !== undefined
}

// What is nested deeper than that is told by itself.
const DEEPEST = 64

function hashesIn(node: unknown, found = new Set<string>(), depth = 0): ReadonlySet<string> {
  if (typeof node === 'string' && node.startsWith('#')) found.add(node)
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return found
  for (const each of Object.values(node)) hashesIn(each, found, depth + 1)
  return found
}

/** What is contained is referred to, or refers to what contains it. */
export const areReferredTo: Predicate = (resource) => {
  const said = hashesIn(resource)
  return list(resource, 'contained').every((each) => {
    const id = text(each, 'id')
    return id === undefined || said.has(`#${id}`) || hashesIn(each).has('#')
  })
}

const linkIdsIn = (node: unknown, depth = 0): readonly unknown[] =>
  list(node, 'item').flatMap((item) => [
    member(item, 'linkId'),
    ...(depth < DEEPEST ? linkIdsIn(item, depth + 1) : []),
  ])

export const hasOwnLinkIds: Predicate = (questionnaire) => {
  const linkIds = linkIdsIn(questionnaire).filter((linkId) => linkId !== undefined)
  return new Set(linkIds).size === linkIds.length
}

const codingsOf = (node: unknown): readonly string[] =>
  list(member(node, 'code'), 'coding').map((coding) =>
    ['system', 'version', 'code', 'display'].map((key) => member(coding, key)).join(' '),
  )

/** An Observation has a component of the code that it has itself. */
export const hasComponentOfSameCode: Predicate = (observation) => {
  const own = new Set(codingsOf(observation))
  return list(observation, 'component').some((each) => codingsOf(each).some((one) => own.has(one)))
}

export const isVersioned: Predicate = (entry) =>
  text(entry, 'fullUrl')?.includes('/_history/') === true

/** Every entry of Bundles of these types has it, and no other. */
export function entriesHave(key: string, ...types: readonly string[]): Predicate {
  const isDue = is('type', ...types)
  const [all, none] = [every('entry', has(key)), every('entry', not(has(key)))]
  return (bundle, resource) => (isDue(bundle, resource) ? all : none)(bundle, resource)
}
