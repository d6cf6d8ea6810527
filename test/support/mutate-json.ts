import { asJson, isObject, type Json } from '../../src/fhir/json.ts'
import { CODE_SYSTEMS, CODES, type Mutation } from './mutation.ts'
import { addBeside, putAt, removeAt, type Spot, spotsOf, valueAt } from './spots.ts'

/** Changes JSON in place. */
export type MutateJson = (root: Json, mutation: Mutation) => void

/** The item at a place from 0 to 1. */
export const pick = <T>(items: readonly T[], at: number): T | undefined =>
  items[Math.floor(at * items.length)]

// Squared, since what is read lies near the top and most of a message far below.
const spotAt = (root: Json, at: number): Spot | undefined => pick(spotsOf(root), at * at)

const onSpot =
  (change: (spot: Spot, mutation: Mutation, root: Json) => void): MutateJson =>
  (root, mutation) => {
    const spot = spotAt(root, mutation.at)
    if (spot !== undefined) change(spot, mutation, root)
  }

const remove = onSpot(removeAt)

const duplicate = onSpot((spot) => addBeside(spot, `${spot.key}2`, asJson(valueAt(spot))))

const retype = onSpot((spot, { value }) => putAt(spot, asJson(value)))

const rename = onSpot((spot, { junk }) => {
  const value = valueAt(spot)
  removeAt(spot)
  addBeside(spot, junk, value)
})

const insert = onSpot((spot, { value, junk }) => addBeside(spot, junk, asJson(value)))

const move = onSpot((spot, { to }, root) => {
  const value = valueAt(spot)
  removeAt(spot)
  const target = spotAt(root, to)
  // A copy: the target may lie within what is moved.
  if (target !== undefined) addBeside(target, spot.key, asJson(value))
})

const shuffle: MutateJson = (root, { at, to }) => {
  const lists = [root, ...spotsOf(root).map(valueAt)].filter((each) => Array.isArray(each))
  const list = pick(lists, at * at)
  if (list === undefined) return
  list.push(...list.splice(0, Math.floor(to * list.length)))
  list.reverse()
}

const recode: MutateJson = (root, { at, to, kind }) => {
  const coded = spotsOf(root).filter(({ key }) => ['code', 'system', 'status'].includes(key))
  const spot = pick(coded, at)
  if (spot === undefined) return
  const pool = spot.key === 'system' || kind % 3 === 0 ? CODE_SYSTEMS : CODES
  putAt(spot, pick(pool, to) ?? null)
}

/** What can be done to a message. */
export const MUTATE_JSON: readonly MutateJson[] = [
  remove,
  duplicate,
  retype,
  rename,
  insert,
  move,
  shuffle,
  recode,
]

/** Whether a value is text that holds base64 JSON, and what it holds. */
export const heldIn = (base64: string): Json | undefined => {
  try {
    const held: Json = JSON.parse(atob(base64))
    return isObject(held) ? held : undefined
  } catch {
    return undefined
  }
}
