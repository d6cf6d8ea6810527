import type { UseCase } from '../../src/bars/code-systems.ts'
import type { Workflow } from '../../src/bars/workflow.ts'
import { isObject, type Json, list, member, text } from '../../src/fhir/json.ts'
import { typeOf } from '../../src/fhir/r4/types.ts'
import { cleanRequest, findingsIn } from './clean-message.ts'
import { putAt, removeAt, type Spot } from './spots.ts'
import { wholeMessage } from './whole-message.ts'

/** Messages that have, between them, all that the Applications' tables hold. */
// biome-ignore format: a table reads by column
const MESSAGES: readonly (readonly [UseCase, Workflow])[] = [
  ['a1t1', 'booking-new'], ['a1t1', 'booking-cancel'], ['a7t1', 'booking-new'],
  ['a1t1', 'referral-new'], ['a1t1', 'referral-cancel'], ['a1t1', 'referral-response'], ['a3t1', 'referral-new'],
  ['a4t1', 'validation-new'], ['a4t1', 'validation-response-interim'], ['a4t1', 'validation-response-full'],
  ['a5t1', 'referral-new'], ['a6t1', 'referral-new'], ['a6t1', 'referral-response-short'], ['a8t1', 'referral-new'],
]

/** A member or an item of a message, and what is known of it. */
interface Site {
  readonly spot: Spot
  /** By the type of its resource and without places: `Patient.contact.telecom.value`. */
  readonly element: string
  readonly value: Json
  /** The type of R4 that it is of. */
  readonly type: string
}

function sitesIn(value: Json, element: string, type: string): readonly Site[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, place) => [
      { spot: { parent: value, key: String(place) }, element, value: each, type },
      ...sitesIn(each, element, type),
    ])
  }
  if (!isObject(value)) return []
  const resourceType = text(value, 'resourceType')
  const elements = typeOf(resourceType ?? type)?.elements
  return Object.entries(value).flatMap(([key, each]) => {
    const [its, name] = [elements?.get(key)?.type ?? '', `${resourceType ?? element}.${key}`]
    const site = { spot: { parent: value, key }, element: name, value: each, type: its }
    return [site, ...sitesIn(each, name, its)]
  })
}

/** What a change puts in the place of what a message has; undefined where it changes nothing. */
type Replacement = (site: Site, message: Json) => Json | undefined

const isBeside = ({ spot, value }: Site, key: string, beside: string): boolean =>
  spot.key === key && typeof value === 'string' && text(spot.parent, beside) !== undefined

const isReference = ({ spot, value }: Site): boolean =>
  spot.key === 'reference' && typeof value === 'string'

const ofReference =
  (replacement: (message: Json) => string | undefined): Replacement =>
  (site, message) =>
    isReference(site) ? replacement(message) : undefined

/** The fullUrl of the MessageHeader, to which nothing may refer. */
const headerIn = (message: Json): string | undefined =>
  list(message, 'entry')
    .filter((entry) => text(member(entry, 'resource'), 'resourceType') === 'MessageHeader')
    .map((entry) => text(entry, 'fullUrl'))[0]

/** The kinds of change that replace a value. */
const REPLACEMENTS = {
  code: ({ type, value }) => (type === 'code' && typeof value === 'string' ? 'xxx' : undefined),
  system: (site) => (isBeside(site, 'system', 'code') ? 'https://example.org/other' : undefined),
  'system of an identifier': (site) =>
    isBeside(site, 'system', 'value') && site.type === 'uri'
      ? 'https://example.org/other'
      : undefined,
  display: (site) => (isBeside(site, 'display', 'code') ? 'Another' : undefined),
  'reference to another type': ofReference(headerIn),
  'reference to nothing': ofReference(() => 'urn:uuid:0ba25fff-0000-4000-8000-000000000000'),
  'reference by URL': ofReference(() => 'https://pas.example/Patient/1'),
  profile: ({ element, value }) =>
    element.endsWith('.profile') && typeof value === 'string' ? value.slice(0, -1) : undefined,
  type: ({ value }) => (typeof value === 'number' ? 'a text' : 7),
} as const satisfies Readonly<Record<string, Replacement>>

type Kind = keyof typeof REPLACEMENTS | 'key' | 'removed'

/** A change to one element, and whether any rule tells of it in any of the messages. */
interface Swept {
  readonly kind: Kind
  readonly element: string
  readonly isTold: boolean
}

/** What was changed, and the rules that some change breaks. */
export interface Sweep {
  readonly swept: readonly Swept[]
  readonly broken: ReadonlySet<string>
}

/**
 * Changes everything in the messages, one thing at a time: each element once in each kind, and taken out
 * of each message that has it, for what is missing depends on the message.
 */
export function sweep(): Sweep {
  const swept = new Map<string, Swept>()
  const broken = new Set<string>()
  for (const [useCase, workflow] of MESSAGES) {
    const request = cleanRequest(useCase, workflow)
    const message = wholeMessage(request.body, useCase)
    const look = (kind: Kind, element: string) => {
      const key = `${kind} ${element}`
      const isTold = swept.get(key)?.isTold === true
      if (isTold && kind !== 'removed') return
      const found = findingsIn(request, message)
      for (const { rule } of found) broken.add(rule)
      swept.set(key, { kind, element, isTold: isTold || found.length > 0 })
    }
    for (const site of sitesIn(message, 'Bundle', 'Bundle')) lookAt(site, message, look)
  }
  return { swept: [...swept.values()], broken }
}

const KINDS = [
  'code',
  'system',
  'system of an identifier',
  'display',
  'reference to another type',
  'reference to nothing',
  'reference by URL',
  'profile',
  'type',
] as const

// Each change is taken back before the next: to copy the message for each would take longer than to check it.
function lookAt(site: Site, message: Json, look: (kind: Kind, element: string) => void): void {
  const { spot, element, value } = site
  const { parent, key } = spot
  for (const kind of KINDS) {
    const replacement = REPLACEMENTS[kind](site, message)
    if (replacement === undefined) continue
    putAt(spot, replacement)
    look(kind, element)
    putAt(spot, value)
  }
  removeAt(spot)
  look('removed', element)
  if (Array.isArray(parent)) {
    parent.splice(Number(key), 0, value)
    return
  }
  parent[`${key}x`] = value
  look('key', element)
  delete parent[`${key}x`]
  parent[key] = value
}
