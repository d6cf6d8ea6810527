import { asJson, isObject, type Json } from '../../src/fhir/json.ts'
import { heldIn } from './mutate-json.ts'
import type { TestRequest } from './sandbox.ts'
import { spotsOf, valueAt } from './spots.ts'

/** The same JSON with every list and the members of every object in the order of `next()`. */
const shuffled = (value: Json, next: () => number): Json => {
  if (Array.isArray(value)) return inOrder(value, next).map((each) => shuffled(each, next))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, each]) => [key, shuffled(each, next)] as const)
  return Object.fromEntries(inOrder(members, next))
}

const inOrder = <T>(items: readonly T[], next: () => number): readonly T[] =>
  items
    .map((item) => ({ item, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)

/** A request with its message, and the JSON in its headers, shuffled by those ranks. */
export const shuffledRequest = (
  { body, headers, ...request }: TestRequest,
  ranks: readonly number[],
): TestRequest => {
  let count = 0
  const next = () => ranks[count++ % ranks.length] ?? 0
  const inHeaders = Object.entries(headers).map(([name, value]) => {
    const held = heldIn(value)
    return [name, held ? btoa(JSON.stringify(shuffled(held, next))) : value] as const
  })
  return { ...request, headers: Object.fromEntries(inHeaders), body: shuffled(asJson(body), next) }
}

/** JSON in one order, whatever order it came in. */
export const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return inOrderOfText(value.map(sorted))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  )
}

const inOrderOfText = (items: readonly Json[]): Json[] =>
  items
    .map((item) => ({ item, text: JSON.stringify(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ item }) => item)

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number'
const OTHER_CODING = { system: 'https://a.test/codes', code: 'new' }
const OTHER_IDENTIFIER = { system: 'https://a.test/ids', value: '9990000018' }

/** What a message may hold besides. */
export interface Besides {
  readonly nhsNumbers: readonly string[]
  readonly entries: readonly Json[]
}

/** A message with more to shuffle: codings and identifiers of other systems, and these besides. */
export const enriched = (message: unknown, { nhsNumbers, entries }: Besides): Json => {
  const copy = asJson(message)
  if (isObject(copy) && Array.isArray(copy['entry'])) copy['entry'].push(...entries)
  const numbers = nhsNumbers.map((value) => ({ system: NHS_NUMBER, value }))
  for (const spot of spotsOf(copy)) {
    const list = valueAt(spot)
    if (!Array.isArray(list)) continue
    if (spot.key === 'coding') list.push({ ...OTHER_CODING })
    if (spot.key === 'identifier') list.push({ ...OTHER_IDENTIFIER }, ...numbers)
  }
  return copy
}
