import { asJson, isObject, type Json } from '../../src/fhir/json.ts'

/** A part of a message that can be taken out. */
export type Path = readonly (string | number)[]

/** Every part of a value, the inner ones included. */
export const pathsIn = (value: Json, at: Path = []): readonly Path[] =>
  childrenOf(value).flatMap(([key, child]) => [[...at, key], ...pathsIn(child, [...at, key])])

const childrenOf = (value: Json): readonly (readonly [string | number, Json])[] => {
  if (Array.isArray(value)) return value.map((each, place) => [place, each])
  return isObject(value) ? Object.entries(value) : []
}

/** A copy of a value with one part taken out. */
export const without = (value: unknown, path: Path): Json => {
  const copy = asJson(value)
  const parent = path.slice(0, -1).reduce<Json | undefined>(childOf, copy)
  const last = path.at(-1) ?? ''
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (isObject(parent)) delete parent[last]
  return copy
}

/** Whether nothing is left of what holds a part, once that is taken out. */
export const isAlone = (value: Json, path: Path): boolean => {
  const parent = path.slice(0, -1).reduce<Json | undefined>(childOf, value)
  return parent !== undefined && childrenOf(parent).length === 1
}

const childOf = (value: Json | undefined, key: string | number): Json | undefined => {
  if (Array.isArray(value)) return value[Number(key)]
  return isObject(value) ? value[key] : undefined
}

/** Where a part is, as a report says it. */
export const whereOf = (path: Path): string =>
  path.reduce<string>(
    (where, key) => (typeof key === 'number' ? `${where}[${key}]` : `${where}.${key}`),
    'Bundle',
  )

/** What a part is, whichever entry it is in: `Patient.contact[].telecom[].rank`. */
export const nameOf = (message: Json, path: Path): string => {
  const [top, place, , ...inner] = path
  const named = (root: string, keys: Path) =>
    keys.reduce<string>(
      (name, key) => (typeof key === 'number' ? `${name}[]` : `${name}.${key}`),
      root,
    )
  if (top !== 'entry' || place === undefined) return named('Bundle', path)
  const type = ['entry', place, 'resource', 'resourceType'].reduce<Json | undefined>(
    childOf,
    message,
  )
  return path.length < 4
    ? `${named('Bundle', ['entry', 0, ...path.slice(2)])}(${type})`
    : named(String(type), inner)
}
