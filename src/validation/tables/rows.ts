import type { Due } from '../due.ts'
import { type Element, isThere } from '../elements.ts'

/** An element that a resource must have, in some messages or in all. */
export interface ElementRow extends Element {
  /** In which messages; in all, if left out. */
  readonly due?: readonly Due[]
  /** What its id ends in, where another row has the same path. */
  readonly name?: string
  /** The clause, where it is not the table's. */
  readonly source?: string
  readonly tag?: string
}

/** What resources must have, by their type. */
export type ElementTable = Readonly<Record<string, readonly ElementRow[]>>

/** An element that holds text. */
export const text = (path: string, expected: string): ElementRow => ({ path, expected })

/** An element of any kind. */
export const there = (path: string, expected: string): ElementRow => ({
  path,
  expected,
  is: isThere,
})

/** An element that is true or false. */
export const flag = (path: string): ElementRow => ({
  path,
  expected: 'true or false',
  is: (value) => typeof value === 'boolean',
})

type Key = 'system' | 'code' | 'display'

/** Members of a Coding, whatever it is called. */
export const members = (path: string, ...keys: readonly Key[]): readonly ElementRow[] =>
  keys.map((key) => text(`${path}.${key}`, `the ${key} of the coding`))

/** Members of the codings of a CodeableConcept: all three, if none is named. */
export const coding = (path: string, ...keys: readonly Key[]): readonly ElementRow[] =>
  members(
    `${path}.coding[]`,
    ...(keys.length > 0 ? keys : (['system', 'code', 'display'] as const)),
  )

/** CodeableConcepts that hold a coding, whatever is in it. */
export const codings = (...paths: readonly string[]): readonly ElementRow[] =>
  paths.map((path) => there(`${path}.coding[]`, 'a coding'))

export const reference = (path: string, to: string): ElementRow =>
  text(`${path}.reference`, `a reference to the ${to}`)

export const identifier = (path: 'identifier[]' | 'identifier?[]'): readonly ElementRow[] => [
  text(`${path}.system`, 'the system of the identifier'),
  text(`${path}.value`, 'the value of the identifier'),
]

/** Rows that are due in some messages only, besides what the rows say themselves. */
export const when = (due: Due, ...rows: readonly ElementRow[]): readonly ElementRow[] =>
  either([due], ...rows)

/** The same where one of several tells of a message that they are due. */
export const either = (
  dues: readonly Due[],
  ...rows: readonly ElementRow[]
): readonly ElementRow[] =>
  rows.map((row) => ({
    ...row,
    due: (row.due ?? [{}]).flatMap((own) => dues.map((due) => ({ ...own, ...due }))),
  }))
