/** Any JSON, for tests that change messages as they please. */
export type Json = null | boolean | number | string | Json[] | JsonRecord

export interface JsonRecord {
  [key: string]: Json
}

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A deep copy of a value that is, or can be written as, JSON. */
export const copyOf = (value: unknown): Json => JSON.parse(JSON.stringify(value))
