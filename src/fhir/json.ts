import { isExactNumber } from './exact-json.ts'

/** Any JSON. Who has a copy may change it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A copy of a value as the JSON that it is written as: members that are undefined are gone. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

/** A JSON object whose members are not yet trusted. */
export type JsonObject = { readonly [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

/** Whether a value is a number, kept as it was sent or not. */
export const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && isExactNumber(value))

/** The member `key` of `value`, or undefined where `value` has none: reading never throws. */
export const member = (value: unknown, key: string): unknown =>
  isObject(value) ? value[key] : undefined

/** The string at `key`, trimmed; undefined for anything else and for the empty string. */
export const text = (value: unknown, key: string): string | undefined => {
  const found = member(value, key)
  return typeof found === 'string' ? found.trim() || undefined : undefined
}

/** The items at `key`. A lone object counts as a list of one: Senders write both. */
export const list = (value: unknown, key: string): readonly unknown[] => {
  const found = member(value, key)
  if (Array.isArray(found)) return found
  return isObject(found) ? [found] : []
}
