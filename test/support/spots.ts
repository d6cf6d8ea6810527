import { isObject, type Json } from '../../src/fhir/json.ts'

/** A place in JSON that holds a value: a list or an object, and the key in it. */
export interface Spot {
  readonly parent: Json[] | Record<string, Json>
  readonly key: string
}

/** Every place below a value, the outermost first. */
export const spotsOf = (root: Json): readonly Spot[] => {
  const spots: Spot[] = []
  const values = [root]
  for (const parent of values) {
    if (!Array.isArray(parent) && !isObject(parent)) continue
    for (const key of Object.keys(parent)) {
      const spot = { parent, key }
      spots.push(spot)
      values.push(valueAt(spot))
    }
  }
  return spots
}

export const valueAt = ({ parent, key }: Spot): Json =>
  (Array.isArray(parent) ? parent[Number(key)] : parent[key]) ?? null

export const putAt = ({ parent, key }: Spot, value: Json): void => {
  if (Array.isArray(parent)) parent[Number(key)] = value
  else parent[key] = value
}

export const removeAt = ({ parent, key }: Spot): void => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
}

/** Adds a value beside a spot: before it in a list, under `name` in an object. */
export const addBeside = ({ parent, key }: Spot, name: string, value: Json): void => {
  if (Array.isArray(parent)) parent.splice(Number(key), 0, value)
  else parent[name] = value
}
