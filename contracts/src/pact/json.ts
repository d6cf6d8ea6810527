/** Any JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord

export interface JsonRecord {
  readonly [key: string]: Json
}

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** A value as the JSON that it is written as: members that are undefined are gone. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

/** JSON as generated files have it: sorted keys, two spaces, a line feed at the end. */
export const writeJson = (value: unknown): string =>
  `${JSON.stringify(sorted(asJson(value)), null, 2)}\n`

const sorted = (value: Json): Json => {
  if (isList(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]))
}
