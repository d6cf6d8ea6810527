import { isThere } from '../places.ts'
import type { Limits, ResourceElement } from './resource-element.ts'

/** An element that holds text. */
export const text = (path: string, expected: string): ResourceElement => ({ path, expected })

/** An element of any kind. */
export const there = (path: string, expected: string): ResourceElement => ({
  path,
  expected,
  is: isThere,
})

type Key = 'system' | 'code' | 'display'

/** Members of a Coding, whatever it is called. */
export const members = (path: string, ...keys: readonly Key[]): readonly ResourceElement[] =>
  keys.map((key) => text(`${path}.${key}`, `the ${key} of the coding`))

/** Members of the codings of a CodeableConcept: all three, if none is named. */
export const coding = (path: string, ...keys: readonly Key[]): readonly ResourceElement[] =>
  members(
    `${path}.coding[]`,
    ...(keys.length > 0 ? keys : (['system', 'code', 'display'] as const)),
  )

/** CodeableConcepts that hold a coding, whatever is in it. */
export const codings = (...paths: readonly string[]): readonly ResourceElement[] =>
  paths.map((path) => there(`${path}.coding[]`, 'a coding'))

export const reference = (path: string, to: string): ResourceElement =>
  text(`${path}.reference`, `a reference to the ${to}`)

export const identifier = (path: 'identifier[]' | 'identifier?[]'): readonly ResourceElement[] => [
  text(`${path}.system`, 'the system of the identifier'),
  text(`${path}.value`, 'the value of the identifier'),
]

/** Rows that are due in some messages only. */
export const when = (
  limits: Limits,
  ...rows: readonly ResourceElement[]
): readonly ResourceElement[] => rows.map((row) => ({ ...row, ...limits }))
