import { isNumber, type JsonObject } from '../../fhir/json.ts'
import type { Invariant } from '../../fhir/r4/invariants.ts'
import type { ElementDefinition, TypeDefinition } from '../../fhir/r4/types.ts'
import { type Finding, findingOf } from '../rule.ts'
import { isTellable } from '../walk.ts'
import { type Kind, ruleOf } from './rules.ts'
import * as words from './words.ts'

/** More than that are not told: so many have one cause. */
const MOST = 1000

/**
 * The faults found on a walk. Where it is, is a stack of keys: a place is written, as all words are,
 * only for what is wrong.
 */
export class Faults {
  readonly found: Finding[] = []
  readonly #path: (string | number)[] = []
  readonly #root: string

  /** `root` is what places begin with. */
  constructor(root: string) {
    this.#root = root
  }

  /** How deep the walk is in objects and lists. */
  get depth(): number {
    return this.#path.length
  }

  get #isFull(): boolean {
    return this.found.length >= MOST
  }

  enter(key: string | number): void {
    this.#path.push(key)
  }

  leave(): void {
    this.#path.pop()
  }

  tell(kind: Kind, told: words.Words, at?: string): void {
    if (this.#isFull) return
    const path = at === undefined ? this.#path : [...this.#path, at]
    const where = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
    this.found.push(findingOf(ruleOf(kind), { where: `${this.#root}${where}`, ...told }))
  }

  /** What keeps a value from being one of its element. */
  value(value: unknown, element: ElementDefinition): void {
    if (this.#isFull) return
    const kind = isNumber(value) ? 'number' : typeof value
    if (value === null || value === '') this.tell('empty', words.empty(value))
    else if (element.primitive?.json !== kind) this.tell('type', words.wrongType(value, element))
    else if (element.binding === undefined) this.tell('form', words.wrongForm(value, element))
    else this.tell('code', words.wrongCode(value, element))
  }

  /** An element that the type does not have; its name is told unless it may be a patient's. */
  unknown(key: string, type: TypeDefinition): void {
    if (this.#isFull) return
    this.tell('unknown-element', words.unknownElement(key, type), isTellable(key) ? key : undefined)
  }

  /** The elements that must be there and were not seen, choices under the name that all share. */
  missing({ elements, required }: TypeDefinition, seen: number): void {
    if (this.#isFull) return
    const left = [...elements.values()].filter(
      ({ key, bit }) => (bit & required & ~seen) !== 0 && !key.startsWith('_'),
    )
    for (const name of new Set(left.map((each) => each.name))) {
      this.tell('required', words.missing(left.filter((each) => each.name === name)), name)
    }
  }

  /** A choice, unless it is the first: what goes with a value, at its name after `_`, is no second. */
  choice(node: JsonObject, element: ElementDefinition, { elements }: TypeDefinition): void {
    const { key, bit, beside = '' } = element
    if (key.startsWith('_') && node[beside] !== undefined) return
    const isOther = (each: string) =>
      each !== key && each !== beside && elements.get(each)?.bit === bit
    if (Object.keys(node).some(isOther)) this.tell('choice', words.secondChoice(element))
  }

  broken(invariant: Invariant, node: JsonObject): void {
    const { key, found } = invariant
    const at = found.startsWith('.') ? found.slice(1) : undefined
    this.tell(`invariant.${key}`, words.broken(invariant, node), at)
  }
}
