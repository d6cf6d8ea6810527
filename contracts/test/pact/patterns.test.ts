import { it } from 'vitest'
import {
  BASE64_OBJECT,
  base64With,
  escaped,
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
