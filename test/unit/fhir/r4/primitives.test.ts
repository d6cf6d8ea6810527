import { it } from 'vitest'
import { parseExactly } from '../../../../src/fhir/json.ts'
import { PRIMITIVES } from '../../../../src/fhir/r4/primitives.ts'

/** A number as it is kept where JavaScript would write it otherwise. */
const kept = (number: string): unknown => Object(parseExactly(`{"number":${number}}`)).number

// biome-ignore format: a table reads by column
const ROWS: readonly (readonly [type: string, right: readonly unknown[], wrong: readonly unknown[]])[] = [
  ['base64Binary', ['QQ==', 'QUJD', 'QU JD\n', 'QUI='], ['', 'QQ', 'Q===', 'QU_D', '=', 'QQ==QQ==', 1]],
  ['boolean', [true, false], ['true', 1, null, undefined]],
  ['canonical', ['http://a.example|1'], ['', 'a b', 'a ']],
  ['code', ['a', 'a b', 'ü'], ['', ' ', ' a', 'a ', 'a  b', 'a\u00a0', 1]],
  ['date', ['2035', '2035-01', '2035-01-15'], ['35', '2035-1', '2035-02-29', '2035-01-15T09:00:00Z', '0000', '']],
  ['dateTime', ['2035', '2035-01-15T09:00:00.123+01:00'], ['2035-01-15T09:00:00', '2035-01-15T09:00Z', '2035-01-15T24:00:00Z']],
  ['decimal', [1, -1.5, kept('1.50'), kept('1E-7'), kept('-0')], ['1', '', {}]],
  ['id', ['A-1.b', 'a'.repeat(64)], ['', 'a'.repeat(65), 'a_b', 'a b']],
  ['instant', ['2035-01-15T09:00:00Z', '2016-12-31T23:59:60Z'], ['2035', '2035-01-15', '2035-01-15T09:00:00']],
  ['integer', [0, -1, 2 ** 31 - 1, -(2 ** 31)], [1.5, 2 ** 31, '1', kept('1.0'), kept('1e2'), kept('12345678901234567890')]],
  ['markdown', ['*a*', '\n'], ['', '\u0000']],
  ['oid', ['urn:oid:2.16.1'], ['2.16.1', 'urn:oid:3.1', 'urn:oid:2.01']],
  ['positiveInt', [1], [0, -1, 1.5, '1']],
  ['string', ['a', ' ', 'a\tb\r\n', '\u00a0é😀'], ['', '\u0000', 'a\u001b', 'a\u000b', 1]],
  ['time', ['09:00:00', '23:59:59.5'], ['9:00', '24:00:00', '09:00:00Z']],
  ['unsignedInt', [0, 1], [-1, '0']],
  ['uri', ['urn:a', 'x'], ['', ' ', 'a b']],
  ['url', ['http://a.example'], ['', 'a b']],
  ['uuid', ['urn:uuid:0ba25000-0000-4000-8000-000000000004'], ['urn:uuid:0BA25000-0000-4000-8000-000000000004', '0ba25000-0000-4000-8000-000000000004']],
  ['xhtml', ['<div xmlns="http://www.w3.org/1999/xhtml">a</div>'], ['', 'a', '<p>a</p>', '<div>a']],
]

for (const [type, right, wrong] of ROWS) {
  it(`knows what a ${type} is`, ({ expect }) => {
    const is = (value: unknown) => PRIMITIVES.get(type)?.is(value)

    expect(right.filter((value) => !is(value))).toEqual([])
    expect(wrong.filter((value) => is(value))).toEqual([])
  })
}

it('has a row for each', ({ expect }) => {
  expect([...PRIMITIVES.keys()]).toEqual(ROWS.map(([type]) => type))
})

it('reads the longest base64 as fast as any text', ({ expect }) => {
  const long = 'A'.repeat(500_001)

  expect(PRIMITIVES.get('base64Binary')?.is(`${long}!`)).toBe(false)
  expect(PRIMITIVES.get('base64Binary')?.is('A '.repeat(200_000))).toBe(true)
})
