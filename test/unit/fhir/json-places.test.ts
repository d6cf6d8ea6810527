import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isObject, type Json } from '../../../src/fhir/json.ts'
import { placesIn } from '../../../src/fhir/json-places.ts'

const TEXT = `{
  "a": { "b": [1, "x", { "c" : null }] },
  "\\u0064\\"": [],
  "s": "}],{\\\\", "e": -1.5e3
}`

// biome-ignore format: a table reads by column
const PLACES = [
  { title: 'the top', path: [], at: [1, 1] },
  { title: 'an object', path: ['a'], at: [2, 8] },
  { title: 'an item of a list', path: ['a', 'b', '1'], at: [2, 19] },
  { title: 'a value in an item', path: ['a', 'b', '2', 'c'], at: [2, 32] },
  { title: 'a key that is escaped', path: ['d"'], at: [3, 15] },
  { title: 'what comes after a string with brackets', path: ['e'], at: [4, 23] },
  { title: 'the object around what is missing', path: ['a', 'z', 'y'], at: [2, 8] },
  { title: 'the list that ends too early', path: ['a', 'b', '9', 'c'], at: [2, 15] },
  { title: 'the value that holds no others', path: ['s', 'x'], at: [4, 8] },
] as const

for (const {
  title,
  path,
  at: [line, column],
} of PLACES) {
  it(`finds ${title}`, () => {
    expect(placesIn(TEXT, [path])).toEqual([{ line, column }])
  })
}

it('finds all at once, in the order asked', () => {
  const found = placesIn(TEXT, PLACES.map(({ path }) => path).toReversed())

  expect(found.map(({ line, column }) => [line, column])).toEqual(
    PLACES.map(({ at }) => at).toReversed(),
  )
})

it('goes by the last of a key that is sent twice, as JSON.parse does', () => {
  const text = '{"a": {"b": 1, "c": 1}, "a": {"b": 2}}'

  expect(
    placesIn(text, [
      ['a', 'b'],
      ['a', 'c'],
    ]),
  ).toEqual([
    { line: 1, column: 36 },
    { line: 1, column: 30 },
  ])
})

it('counts lines that end as on Windows, and columns in UTF-16 units', () => {
  expect(placesIn('{"a": "𝄞",\r\n "b": ["𝄞", 1]}', [['b', '1']])).toEqual([{ line: 2, column: 14 }])
})

/** Every value in JSON, and the path to it. */
const valuesIn = (value: Json, path: readonly string[] = []): readonly (readonly string[])[] => [
  path,
  ...(isObject(value) || Array.isArray(value)
    ? Object.entries(value).flatMap(([key, each]) => valuesIn(each, [...path, key]))
    : []),
]

it('finds every value of any JSON, however it is printed', () => {
  const json = fc.json({ maxDepth: 4 })
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, '\t'), (compact, indent) => {
      const root: Json = JSON.parse(compact)
      const text = JSON.stringify(root, null, indent)
      const lines = text.split('\n')
      const paths = valuesIn(root)

      const found = placesIn(text, paths)

      const beginnings = found.map(({ line, column }) =>
        lines
          .slice(line - 1)
          .join('\n')
          .slice(column - 1),
      )
      const values = paths.map((path) =>
        path.reduce<unknown>((value, key) => Object(value)[key], root),
      )
      for (const [place, value] of values.entries()) {
        expect(beginnings[place]?.startsWith(JSON.stringify(value, null, 0).charAt(0))).toBe(true)
        if (typeof value !== 'object') {
          expect(beginnings[place]?.startsWith(JSON.stringify(value))).toBe(true)
        }
      }
    }),
  )
})
