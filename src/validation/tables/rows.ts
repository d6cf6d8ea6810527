import type { Resource } from '../../fhir/bundle.ts'
import type { Due, Dues } from '../due.ts'
import { type Element, isText, isThere, testOf } from '../elements.ts'
import type { SentMessage } from '../message.ts'

/** An element that a resource must have, in some messages or in all. */
export interface ElementRow extends Element {
  /** What its rule's id ends with, where that is not the path. */
  readonly name?: string
  /** In which messages; in all, if left out. */
  readonly due?: Dues
  /** Which resources of the type must have it; all, if left out. */
  readonly of?: (resource: Resource, message: SentMessage) => boolean
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

/** A list of which one item at least holds an element, wherever in it that is. */
export function some(
  path: string,
  inner: string,
  expected: string,
  is: (value: unknown) => boolean = isText,
): ElementRow {
  const isIn = testOf({ path: inner, is })
  return {
    path,
    name: `${path}.${inner}`,
    expected,
    is: (items) => Array.isArray(items) && items.some((item) => isIn(item)),
  }
}

/** Rows that another clause asks for than the table's. */
export const from = (source: string, ...rows: readonly ElementRow[]): readonly ElementRow[] =>
  rows.map((row) => ({ ...row, source }))

/** Rows that are due in some messages only, besides what the rows say themselves. */
export const when = (due: Due, ...rows: readonly ElementRow[]): readonly ElementRow[] =>
  either([due], ...rows)

/** The same where one of several tells of a message that they are due. */
export const either = (
  dues: readonly Due[],
  ...rows: readonly ElementRow[]
): readonly ElementRow[] => rows.map((row) => ({ ...row, due: [...(row.due ?? []), dues] }))

/** Rows that some resources of the type must have, and others need not. */
export const ofThose = (
  of: NonNullable<ElementRow['of']>,
  ...rows: readonly ElementRow[]
): readonly ElementRow[] => rows.map((row) => ({ ...row, of }))
