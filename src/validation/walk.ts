import { isObject, type JsonObject, text } from '../fhir/json.ts'
import type { Place } from './elements.ts'

/** What is gathered of a message in one walk. */
export interface Gathered {
  /** What its references say, those of Bundle.entry itself left out. */
  readonly references: ReadonlySet<string>
  /** The systems of its codings, identifiers and endpoints. */
  readonly systems: ReadonlySet<string>
  /** Its codings. */
  readonly codings: readonly JsonObject[]
  /** Whether a coding of a CodeableConcept does not say what its code is called. */
  readonly lacksDisplay: boolean
  /** Whether a value that is compared as sent has white space around it. */
  readonly hasBlanks: boolean
}

/** Gathers what rules ask of everywhere, while a message is walked. */
export class Gather implements Gathered {
  readonly references = new Set<string>()
  readonly systems = new Set<string>()
  readonly codings: JsonObject[] = []
  lacksDisplay = false
  hasBlanks = false

  /** A member that is text. */
  text(key: string, value: string): void {
    if (key === 'reference') this.references.add(value)
    else if (key === 'system') this.systems.add(value)
    else if (key === 'endpoint') this.systems.add(value.split('|', 1)[0] ?? value)
    if (!this.hasBlanks && hasBlankEnd(value)) this.hasBlanks = isCompared(key)
  }

  /** A coding, and whether it is one of a CodeableConcept. */
  coding(coding: JsonObject, isOfConcept: boolean): void {
    const { system, code } = coding
    if (typeof system === 'string' && typeof code === 'string') this.codings.push(coding)
    if (isOfConcept && !this.lacksDisplay) this.lacksDisplay = hasNoDisplay(coding)
  }
}

/** Whether a coding has a code and does not say what it is called. */
export const hasNoDisplay = (coding: unknown): boolean =>
  text(coding, 'code') !== undefined && text(coding, 'display') === undefined

/** Members whose values Receivers compare as they are sent; texts for people are others. */
const COMPARED: ReadonlySet<string> = new Set([
  'code',
  'definition',
  'endpoint',
  'id',
  'intent',
  'reference',
  'status',
  'system',
  'url',
  'use',
  'value',
])

/** Whether a member's value is compared as it is sent. */
export const isCompared = (key: string): boolean => COMPARED.has(key)

/** Whether a text begins or ends with white space, of whatever kind. */
export function hasBlankEnd(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return isBlankCode(first) || isBlankCode(last)
}

const isBlankCode = (code: number): boolean => code <= 32 || code === 160 || code === 0xfeff

/** Every object and list in a value, from the top and in order, and where it is. */
export function nodesIn(root: unknown, at: string): readonly Place[] {
  const found: Place[] = []
  const left: Place[] = [{ where: at, value: root }]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const children = childrenOf(node)
    if (children === undefined) continue
    found.push(node)
    // One by one: a list may be longer than a call may have arguments.
    for (const child of children.reverse()) left.push(child)
  }
  return found
}

function childrenOf({ where, value }: Place): Place[] | undefined {
  if (Array.isArray(value)) {
    return value.map((each: unknown, place) => ({ where: `${where}[${place}]`, value: each }))
  }
  return isObject(value)
    ? Object.entries(value).map(([key, each]) => ({ where: `${where}.${shown(key)}`, value: each }))
    : undefined
}

/** Whether a key may be told: it is short, and no number of a patient's. */
export const isTellable = (key: string): boolean =>
  /^[\w$@.-]{1,40}$/.test(key) && !/\d{6}/.test(key)

const shown = (key: string): string => (isTellable(key) ? key : '(another key)')
