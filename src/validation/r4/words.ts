import type { Diagnosis } from '../../bars/failure.ts'
import { LIMITS } from '../../bars/limits.ts'
import { received, shownType } from '../../bars/privacy.ts'
import { CODES } from '../../fhir/coding.ts'
import { isObject, type JsonObject } from '../../fhir/json.ts'
import { likest } from '../../fhir/likeness.ts'
import type { Invariant } from '../../fhir/r4/invariants.ts'
import type { ElementDefinition, TypeDefinition } from '../../fhir/r4/types.ts'
import { hasNoZone } from '../../fhir/time.ts'

/** What a fault says beside where it is. */
export type Words = Omit<Diagnosis, 'where'>

const words = (expected: string, got: string, mend?: string): Words => ({
  expected,
  received: got,
  ...(mend !== undefined && { mend }),
})

/** Of more codes than that only the list is named. */
const MOST_CODES = 20

/** What belongs in an element. */
function due({ primitive, binding, type }: ElementDefinition): string {
  if (binding !== undefined) {
    const { name, system, codes } = binding
    const listed = codes.size > MOST_CODES ? `a code of ${name}` : `one of ${[...codes].join(', ')}`
    return system === undefined ? listed : `a coding of ${system}, ${listed}`
  }
  if (primitive !== undefined) return primitive.inWords
  if (type === 'Resource') return 'a resource'
  if (type.includes('.')) return 'an object'
  return `${/^[AEI]/.test(type) ? 'an' : 'a'} ${type}`
}

/** What came, where it is of the wrong kind. */
function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === '') return 'an empty text'
  if (typeof value !== 'string') return received(value)
  const shown = received(value)
  return shown === 'another text' ? 'a text' : `'${shown}', a text`
}

/** What is there, but holds nothing. */
export const empty = (value: unknown): Words =>
  words('a value, or nothing at all', isObject(value) ? 'an empty object' : kindOf(value))

/** What is of another kind of JSON. */
export const wrongType = (value: unknown, element: ElementDefinition): Words =>
  words(due(element), kindOf(value), quotesFor(value, element))

function quotesFor(value: unknown, { primitive }: ElementDefinition): string | undefined {
  if (primitive?.json === 'string') return typeof value === 'object' ? undefined : 'in quotes'
  const isQuoted = typeof value === 'string' && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value)
  return isQuoted && primitive?.is(JSON.parse(value)) === true ? 'without quotes' : undefined
}

/** What is of the right kind of JSON, but no such value. */
export const wrongForm = (value: unknown, element: ElementDefinition): Words =>
  words(due(element), received(value), formFor(value, element))

function formFor(value: unknown, { primitive }: ElementDefinition): string | undefined {
  if (typeof value !== 'string' || primitive === undefined) return undefined
  if (primitive.is(value.trim())) return 'without the blanks around it'
  if (hasNoZone(value) && primitive.is(`${value}Z`)) return NO_ZONE
  const firstDay = value.replace(/^(\d{4}-\d\d)-\d\d/, '$1-01')
  return firstDay !== value && primitive.is(firstDay) ? 'its month has no such day' : undefined
}

const NO_ZONE = "a time says its zone: .NET's DateTimeOffset has one"

/** What is no code of the list. */
export const wrongCode = (value: unknown, element: ElementDefinition): Words =>
  words(due(element), received(value), nearest(String(value), element.binding?.codes ?? []))

const LONGEST = 60
const ALIKE = 0.6

function nearest(sent: string, known: Iterable<string>): string | undefined {
  const word = sent.trim().slice(0, LONGEST)
  const [near] = likest(word, known, ALIKE)
  if (near === undefined) return undefined
  return near.toLowerCase() === word.toLowerCase() ? `it is ${near}` : `did you mean ${near}?`
}

/** A concept that has no code of the list. */
export const unbound = (element: ElementDefinition): Words => words(due(element), 'other codings')

export const notList = (value: unknown): Words => words('a list', kindOf(value), 'put it in [ ]')

export const notSingle = (value: unknown, element: ElementDefinition): Words =>
  words(`${due(element)}, not a list`, received(value))

export const secondChoice = ({ name, key }: ElementDefinition): Words =>
  words(`one ${name}[x] alone`, `${key} beside another`)

/** What must be there: one of these, where it is a choice. */
export function missing(choices: readonly ElementDefinition[]): Words {
  const [element] = choices
  const expected =
    element?.isChoice === false ? due(element) : listed(choices.map(({ key }) => key))
  return words(element?.isList === true ? `at least one: ${expected}` : expected, 'absent')
}

const MOST_CHOICES = 6

const listed = (keys: readonly string[]): string =>
  `${keys.slice(0, MOST_CHOICES).join(' or ')}${keys.length > MOST_CHOICES ? ' …' : ''}`

const IN_CODING = ['system', 'code', 'display', 'version', 'userSelected']

/** What is right an element higher or lower. */
const MISPLACED: Readonly<Record<string, (key: string) => string | undefined>> = {
  CodeableConcept: (key) => (IN_CODING.includes(key) ? 'in its coding: "coding":[{…}]' : undefined),
  Coding: (key) => (key === 'coding' ? 'a Coding has system, code and display itself' : undefined),
  Bundle: (key) =>
    /^(?:bundle|message|body|resource|data)$/i.test(key)
      ? 'the Bundle is the body itself, with nothing around it'
      : undefined,
}

/** What R4 has no such element for. */
export function unknownElement(key: string, { name, elements }: TypeDefinition): Words {
  const known = [...elements.values()].filter((each) => !each.key.startsWith('_'))
  const choices = known.filter((each) => each.isChoice && each.name === key)
  const keysOf = (some: readonly ElementDefinition[]) => some.map((each) => each.key)
  const mend =
    MISPLACED[name]?.(key) ??
    (choices.length > 0 ? `with its type: ${listed(keysOf(choices))}` : nearest(key, keysOf(known)))
  return words(`an element of ${name}`, 'one that R4 does not have', mend)
}

/** What says not, or wrongly, which resource it is. */
export const wrongResource = (resourceType: unknown): Words =>
  words(
    'the type of a resource of R4',
    received(resourceType),
    typeof resourceType === 'string' ? nearest(resourceType, CODES.resourceType) : undefined,
  )

/** What leads to a resource of another type than it may. */
export const wrongTarget = (type: string, targets: ReadonlySet<string>): Words =>
  words(
    `a reference to the ${[...targets].join(' or the ')}`,
    `a reference to the ${shownType(type)}`,
  )

/** What is nested deeper than anything sensible. */
export const TOO_DEEP: Words = words(`at most ${LIMITS.depth} levels`, 'more')

/** Where an invariant does not hold. */
export const broken = ({ expected, found }: Invariant, node: JsonObject): Words =>
  words(expected, found.startsWith('.') ? received(node[found.slice(1)]) : found)
