import { INVARIANTS, type Invariant } from './invariants.ts'
import { PRIMITIVES, type Primitive } from './primitives.ts'
import { CODE_LISTS, OPEN_TYPES, TYPES } from './table.ts'

/** The codes that alone an element may have; those of a CodeableConcept are of one system. */
export interface Binding {
  /** As R4 names the list. */
  readonly name: string
  readonly codes: ReadonlySet<string>
  readonly system?: string
}

/**
 * An element as R4 defines it, under one of its names in JSON. A choice has one for each type; a
 * primitive has another, `_birthDate`, for what goes with its value: its id and extensions.
 */
export interface ElementDefinition {
  /** As JSON names it: `deceasedBoolean`. */
  readonly key: string
  /** As R4 names it: `deceased`. */
  readonly name: string
  /** The other name of a primitive. */
  readonly beside: string | undefined
  readonly type: string
  /** The resources that a reference may lead to; undefined where that is any. */
  readonly targets: ReadonlySet<string> | undefined
  readonly primitive: Primitive | undefined
  readonly binding: Binding | undefined
  readonly isList: boolean
  readonly isRequired: boolean
  readonly isChoice: boolean
  /** What tells it from all else of its type that counts as there or not; 0 where that does not matter. */
  readonly bit: number
}

/** An invariant as a type has it. */
interface TypeInvariant extends Invariant {
  /** The bit of the element without which it holds; 0 where it may break without any. */
  readonly bit: number
}

/** A type as R4 defines it, or a part of one that has elements of its own: `Patient.contact`. */
export interface TypeDefinition {
  readonly name: string
  readonly isResource: boolean
  /** By their names in JSON, in R4's order. */
  readonly elements: ReadonlyMap<string, ElementDefinition>
  /** The bits of those that are required. */
  readonly required: number
  readonly invariants: readonly TypeInvariant[]
}

const definitions = new Map<string, TypeDefinition>()

/** A type by its name, read from the table at its first use. */
export function typeOf(name: string): TypeDefinition | undefined {
  const known = definitions.get(name)
  if (known !== undefined || !Object.hasOwn(TYPES, name)) return known
  const read = readType(name, TYPES[name] ?? '')
  definitions.set(name, read)
  return read
}

function readType(name: string, row: string): TypeDefinition {
  const isResource = row.startsWith('id?id ')
  const invariants = [...(row.includes(' contained*') ? ['DomainResource'] : []), name].flatMap(
    (type) => INVARIANTS.get(type) ?? [],
  )
  const counted = new Set(invariants.map(({ when }) => when))
  let bits = 0
  const elements = `${row}${isResource ? ' resourceType?code' : ''}`.split(' ').flatMap((each) => {
    const element = readElement(each)
    const isCounted = element.isRequired || element.isChoice || counted.has(element.name)
    return namesOf({ ...element, bit: isCounted ? 1 << bits++ : 0 })
  })
  const bitOf = (wanted: string) => elements.find(({ name }) => name === wanted)?.bit ?? 0
  return {
    name,
    isResource,
    elements: new Map(elements.map((each) => [each.key, each])),
    required: elements.reduce((all, { isRequired, bit }) => (isRequired ? all | bit : all), 0),
    invariants: invariants.map((each) => ({ ...each, bit: bitOf(each.when) })),
  }
}

/** A row of the table, before it is told apart by the names that it has in JSON. */
interface ElementRow
  extends Pick<
    ElementDefinition,
    'name' | 'binding' | 'isList' | 'isRequired' | 'isChoice' | 'bit'
  > {
  readonly types: readonly string[]
}

const ELEMENT = /^(?<name>\w+)(?<choice>\[x\])?(?<sign>[?!*+])(?<types>[^@]+)(?:@(?<list>.+))?$/

function readElement(row: string): Omit<ElementRow, 'bit'> {
  const { name = '', choice, sign = '', types = '', list } = ELEMENT.exec(row)?.groups ?? {}
  return {
    name,
    types: (types === '*' ? OPEN_TYPES : types).split('|'),
    binding: list === undefined ? undefined : bindingTo(list),
    isList: sign === '*' || sign === '+',
    isRequired: sign === '!' || sign === '+',
    isChoice: choice !== undefined,
  }
}

/** What XML has as an attribute or not at all: nothing can go with its value. */
const BARE: readonly string[] = ['id', 'resourceType']

function namesOf({ types, ...row }: ElementRow): readonly ElementDefinition[] {
  return types.flatMap((each): readonly ElementDefinition[] => {
    const [name = '', inBrackets] = each.split(/[()]/)
    const targets = inBrackets === undefined ? undefined : new Set(inBrackets.split(','))
    const [key, type] = [
      interned(row.isChoice ? row.name + suffixOf(name) : row.name),
      interned(name),
    ]
    const beside = interned(`_${key}`)
    const primitive = PRIMITIVES.get(type)
    if (primitive === undefined || BARE.includes(key)) {
      return [{ ...row, key, type, targets, primitive, beside: undefined }]
    }
    return [
      { ...row, key, type, targets, primitive, beside },
      {
        ...row,
        key: beside,
        type: 'Element',
        targets: undefined,
        primitive: undefined,
        binding: undefined,
        beside: key,
      },
    ]
  })
}

const suffixOf = (type: string): string =>
  type === 'SimpleQuantity' ? 'Quantity' : type.charAt(0).toUpperCase() + type.slice(1)

// A string that is cut out of another is compared letter by letter, the name of a member by its address
// alone: looking elements up takes a third less time.
const interned = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name

const bindings = new Map<string, Binding>()

function bindingTo(name: string): Binding {
  const known = bindings.get(name)
  if (known !== undefined) return known
  const [first = '', ...others] = (CODE_LISTS[name] ?? '').split(' ')
  const read = first.includes('://')
    ? { name, system: first, codes: new Set(others) }
    : { name, codes: new Set([first, ...others]) }
  bindings.set(name, read)
  return read
}

/** Whether R4 has a resource of that name, in the table or not. */
export const isResourceType = (name: string): boolean => bindingTo('resource-types').codes.has(name)
