import fc from 'fast-check'
import { it } from 'vitest'
import { parseExactly } from '../../../src/fhir/json.ts'

const NUMBERS = [
  '1.50',
  '-0.0',
  '1e3',
  '2.5E-7',
  '12345678901234567890',
  '0.12345678901234567',
  '12345678.123456789',
  '95.10000000000006',
  '0.0000001',
  '-0.00000025',
  '-0',
  '0',
  '7',
  '-1.5',
]

for (const number of NUMBERS) {
  it(`writes ${number} again as it was sent`, ({ expect }) => {
    const sent = `{"position":{"latitude":${number}},"list":[{"value":${number}}],"text":"${number}"}`

    expect(JSON.stringify(parseExactly(sent))).toBe(sent)
  })
}

// Jackson, which many Senders in Java use, puts a space before the colon too.
const COLONS = [' : ', ' :', ': ', '\t:\t', '\r\n  :\r\n  ', `${' '.repeat(9)}:`]

for (const colon of COLONS) {
  it(`writes a number again as it was sent after ${JSON.stringify(colon)}`, ({ expect }) => {
    const sent = `{"url"${colon}"https://a.test:80","value"${colon}1.50,"last"${colon}2}`

    expect(JSON.stringify(parseExactly(sent))).toBe(
      '{"url":"https://a.test:80","value":1.50,"last":2}',
    )
  })
}

it('writes a number again as it was sent where the name ends in white space', ({ expect }) => {
  expect(JSON.stringify(parseExactly('{"a ": 1.50}'))).toBe('{"a ":1.50}')
})

it('reads what is not inexact as JSON.parse does', ({ expect }) => {
  expect(parseExactly('{"a":[1,2.5,"1.50",null,true]}')).toEqual({
    a: [1, 2.5, '1.50', null, true],
  })
})

const digits = (most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most })
    .map((all) => all.join(''))

const whole = digits(20).map((all) => all.replace(/^0+(?=\d)/, ''))

const numbers = fc
  .tuple(
    fc.constantFrom('', '-'),
    whole,
    fc.option(
      digits(20).map((all) => `.${all}`),
      { nil: '' },
    ),
    fc.constantFrom('', '', '', 'e3', 'E-12', 'e+0'),
  )
  .map((parts) => parts.join(''))

it('writes every number again as it was sent', () => {
  const property = fc.property(numbers, (number) => {
    const sent = `{"value":${number}}`
    return JSON.stringify(parseExactly(sent)) === sent
  })

  fc.assert(property, { numRuns: 5_000 })
})
