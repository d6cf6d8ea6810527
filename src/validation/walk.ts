import { isObject } from '../fhir/json.ts'
import type { Place } from './elements.ts'

/** What is gathered of a message in one walk of all its resources. */
export interface Gathered {
  /** What its references say, those of Bundle.entry itself left out. */
  readonly references: ReadonlySet<string>
  /** The systems of its codings and identifiers. */
  readonly systems: ReadonlySet<string>
}

/** Gathers what rules ask of everywhere. Not by recursion: JSON may be nested deeper than the stack. */
export function gather(resources: readonly object[]): Gathered {
  const references = new Set<string>()
  const systems = new Set<string>()
  const left: unknown[] = [...resources]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (Array.isArray(node)) {
      for (const item of node) if (isNode(item)) left.push(item)
    } else if (isObject(node)) {
      const { reference, system } = node
      if (typeof reference === 'string') references.add(reference)
      if (typeof system === 'string') systems.add(system)
      for (const key in node) if (isNode(node[key])) left.push(node[key])
    }
  }
  return { references, systems }
}

const isNode = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Every object and list in a value, from the top and in order, and where it is. */
export function nodesIn(root: unknown, at: string): readonly Place[] {
  const found: Place[] = []
  const left: Place[] = [{ where: at, value: root }]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const children = childrenOf(node)
    if (children === undefined) continue
    found.push(node)
    left.push(...children.reverse())
  }
  return found
}

function childrenOf({ where, value }: Place): Place[] | undefined {
  if (Array.isArray(value)) {
    return value.map((each: unknown, place) => ({ where: `${where}[${place}]`, value: each }))
  }
  return isObject(value)
    ? Object.entries(value).map(([key, each]) => ({ where: `${where}.${key}`, value: each }))
    : undefined
}
