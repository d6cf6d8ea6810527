import { isObject } from '../../../src/fhir/json.ts'
import type { Place } from './places.ts'

/**
 * Every object and list in a value, from the top and in order. Not by recursion: JSON may be
 * nested deeper than the stack.
 */
export const nodesIn = (root: unknown, at: string): readonly Place[] => {
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

const childrenOf = ({ where, value }: Place): Place[] | undefined => {
  if (Array.isArray(value)) {
    return value.map((each: unknown, place) => ({ where: `${where}[${place}]`, value: each }))
  }
  return isObject(value)
    ? Object.entries(value).map(([key, each]) => ({ where: `${where}.${key}`, value: each }))
    : undefined
}
