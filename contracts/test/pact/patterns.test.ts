import { it } from 'vitest'
import {
  BASE64_OBJECT,
  base64With,
  escaped,
  FHIR_RANGE,
  NOT_BLANK,
  noneOf,
  oneOf,
} from '../../src/pact/patterns.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const LAYOUTS: Readonly<Record<string, (value: string) => string>> = {
  'value first': (value) => `{"value":"${value}","system":"https://fhir.nhs.uk/Id/dos-service-id"}`,
  'system first': (value) =>
    `{"system":"https://fhir.nhs.uk/Id/dos-service-id","value":"${value}"}`,
  'on lines of their own': (value) =>
    JSON.stringify({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value }, null, 2),
  'with a space more': (value) => `{ "value": "${value}" }`,
  'alone with two spaces': (value) => `{  "value":"${value}"}`,
  'behind a line feed': (value) => `\n{"value":"${value}"}`,
  'behind a line end': (value) => `\r\n{ "value":"${value}"}`,
  'behind three blanks': (value) => `\t \n{\n"value":"${value}"}`,
}

for (const [layout, write] of Object.entries(LAYOUTS)) {
  it(`finds a value in base64 JSON, ${layout}`, ({ expect }) => {
    const pattern = new RegExp(base64With('"2000011147"'))

    const found = ['2000011147', '12000011147', '20000111470', '2000011148'].map((value) =>
      pattern.test(base64(write(value))),
    )

    expect(found).toEqual([true, false, false, false])
  })

  it(`takes base64 JSON for what it is, ${layout}`, ({ expect }) => {
    const json = write('2000011147')

    expect(
      [base64(json), json, encodeURIComponent(json), '', base64('text')].map(isObject),
    ).toEqual([true, false, false, false, false])
  })
}

const isObject = (text: string): boolean => new RegExp(BASE64_OBJECT).test(text)

/** Every text of so many blanks. */
const blanks = (count: number): readonly string[] =>
  count === 0
    ? ['']
    : blanks(count - 1).flatMap((before) => [...' \t\n\r'].map((blank) => before + blank))

it('takes base64 of an object behind whatever blanks, and of nothing else', ({ expect }) => {
  const before = [0, 1, 2, 3, 4, 5].flatMap(blanks)

  expect(before.filter((text) => !isObject(base64(`${text}{"a":1}`)))).toEqual([])
  expect(before.filter((text) => isObject(base64(`${text}["a",1]`)))).toEqual([])
  expect(before.filter((text) => isObject(base64(`x${text}{"a":1}`)))).toEqual([])
})

it('takes a range of Accept that Senders name, in whatever letters', ({ expect }) => {
  const ranges = [
    'application/fhir+json; version=1.2.0',
    'Application/FHIR+JSON',
    'application/fhir+xml;q=1.0',
    'application/json+fhir;q=0.9',
    '*/*',
    'text/html',
    'application/fhir+jsonx',
  ]

  expect(ranges.filter((range) => !new RegExp(FHIR_RANGE).test(range))).toEqual([
    '*/*',
    'text/html',
    'application/fhir+jsonx',
  ])
})

it('matches one of several texts, or none of them', ({ expect }) => {
  const texts = ['a', 'b', 'ab', 'c.', 'cd', '']

  expect(texts.filter((text) => new RegExp(oneOf(['a', 'c.'])).test(text))).toEqual(['a', 'c.'])
  expect(texts.filter((text) => new RegExp(noneOf(['a', 'c.'])).test(text))).toEqual([
    'b',
    'ab',
    'cd',
    '',
  ])
})

it('escapes what means something in a pattern', ({ expect }) => {
  const text = 'https://a.b/c?d=(e)|[f]{g}^$*+\\'

  expect(new RegExp(`^${escaped(text)}$`).test(text)).toBe(true)
})

it('tells text that says something from text that is blank', ({ expect }) => {
  const texts = ['', ' ', '\n\t', 'a', ' a ', '\n\na\nb\n']

  expect(texts.filter((text) => new RegExp(NOT_BLANK).test(text))).toEqual([
    'a',
    ' a ',
    '\n\na\nb\n',
  ])
})
