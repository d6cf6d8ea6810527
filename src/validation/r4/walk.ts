import { LIMITS } from '../../bars/limits.ts'
import { isObject, type JsonObject, list, text } from '../../fhir/json.ts'
import type { Primitive } from '../../fhir/r4/primitives.ts'
import {
  type Binding,
  type ElementDefinition,
  isResourceType,
  type TypeDefinition,
  typeOf,
} from '../../fhir/r4/types.ts'
import { Gather } from '../walk.ts'
import { Faults } from './faults.ts'
import * as words from './words.ts'

/** What is walked, and what is known of it. */
export interface Walked {
  readonly type: string
  /** What places begin with. */
  readonly root: string
  /** The type of the resource that a reference leads to, where that is known. */
  readonly typeAt: (reference: string) => string | undefined
}

/** A message, or another resource, walked once, by the table of R4. */
export class Walk {
  /** What is not as R4 has it. */
  readonly faults: Faults
  readonly gathered = new Gather()
  readonly #typeAt: Walked['typeAt']
  /** The resource that the walk is in; what that contains is in it too. */
  #resource: JsonObject

  constructor(resource: JsonObject, { type, root, typeAt }: Walked) {
    this.faults = new Faults(root)
    this.#typeAt = typeAt
    this.#resource = resource
    this.#lookAs(resource, typeOf(type))
  }

  #lookAs(node: JsonObject, type: TypeDefinition | undefined): void {
    if (type === undefined) return
    const { faults } = this
    let isEmpty = true
    let seen = 0
    for (const key in node) {
      const value = node[key]
      if (value === undefined) continue
      isEmpty = false
      const element = type.elements.get(key)
      if (element === undefined) {
        faults.unknown(key, type)
        continue
      }
      faults.enter(key)
      if (element.isChoice && (seen & element.bit) !== 0) faults.choice(node, element, type)
      seen |= element.bit
      this.#lookAt(value, element, node)
      faults.leave()
    }
    if (isEmpty) faults.tell('empty', words.empty(node))
    else if ((seen & type.required) !== type.required) faults.missing(type, seen)
    for (const invariant of type.invariants) {
      const { bit, holds } = invariant
      if ((seen & bit) === bit && !holds(node, this.#resource)) faults.broken(invariant, node)
    }
  }

  #lookAt(value: unknown, element: ElementDefinition, node: JsonObject): void {
    const { faults } = this
    if (!Array.isArray(value)) {
      if (element.isList && value !== null) faults.tell('list', words.notList(value))
      this.#lookAtItem(value, element)
      return
    }
    if (value.length === 0) faults.tell('empty', words.empty(value))
    else if (!element.isList) faults.tell('single', words.notSingle(value, element))
    for (let place = 0; place < value.length; place += 1) {
      const item: unknown = value[place]
      if (item === null && isFilled(node, element, place)) continue
      faults.enter(place)
      if (!Array.isArray(item)) this.#lookAtItem(item, element)
      else if (element.isList) faults.tell('single', words.notSingle(item, element))
      faults.leave()
    }
  }

  #lookAtItem(value: unknown, element: ElementDefinition): void {
    const { primitive, key } = element
    if (primitive === undefined) {
      if (isObject(value)) this.#lookInto(value, element)
      else this.faults.value(value, element)
    } else {
      if (typeof value === 'string') this.gathered.text(key, value)
      if (!isRight(value, primitive, element)) this.faults.value(value, element)
    }
  }

  #lookInto(node: JsonObject, element: ElementDefinition): void {
    const { binding, type, targets, key } = element
    if (targets !== undefined) this.#lookWhere(node, targets)
    if (type === 'Coding') this.gathered.coding(node, key === 'coding')
    if (this.faults.depth > LIMITS.depth) this.faults.tell('depth', words.TOO_DEEP)
    else if (type === 'Resource') this.#lookAtResource(node, element)
    else this.#lookAs(node, typeOf(type))
    if (binding !== undefined && !isBound(node, binding)) {
      this.faults.tell('code', words.unbound(element))
    }
  }

  #lookWhere({ reference }: JsonObject, targets: ReadonlySet<string>): void {
    const type = typeof reference === 'string' ? this.#typeAt(reference) : undefined
    if (type === undefined || targets.has(type)) return
    this.faults.tell('target', words.wrongTarget(type, targets), 'reference')
  }

  #lookAtResource(node: JsonObject, { key }: ElementDefinition): void {
    const { resourceType } = node
    const name = typeof resourceType === 'string' ? resourceType : ''
    const type = typeOf(name)
    const outer = this.#resource
    if (key !== 'contained') this.#resource = node
    if (type?.isResource === true) {
      this.#lookAs(node, type)
    } else {
      this.#gather(node, this.faults.depth)
      if (!isResourceType(name)) {
        this.faults.tell('resource-type', words.wrongResource(resourceType), 'resourceType')
      }
    }
    this.#resource = outer
  }

  // Of a resource that the table does not have nothing else is known.
  #gather(node: object, depth: number): void {
    if (depth > LIMITS.depth) {
      this.faults.tell('depth', words.TOO_DEEP)
      return
    }
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') this.gathered.text(key, value)
      else if (typeof value === 'object' && value !== null) this.#gather(value, depth + 1)
    }
  }
}

const isRight = (value: unknown, { is }: Primitive, { binding }: ElementDefinition): boolean =>
  binding === undefined ? is(value) : typeof value === 'string' && binding.codes.has(value)

/** Whether what a list of primitives lacks in a place is in the list beside it. */
function isFilled(node: JsonObject, { beside }: ElementDefinition, place: number): boolean {
  const others = beside === undefined ? undefined : node[beside]
  return Array.isArray(others) && (others[place] ?? null) !== null
}

// A message published with the standard leaves out the system.
const isBound = (concept: JsonObject, { system, codes }: Binding): boolean =>
  list(concept, 'coding').some(
    (coding) =>
      [system, undefined].includes(text(coding, 'system')) && codes.has(text(coding, 'code') ?? ''),
  )
