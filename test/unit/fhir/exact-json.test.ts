import { it } from 'vitest'
import { parseExactly } from '../../../src/fhir/exact-json.ts'

const NUMBERS = [
  '1.50',
  '-0.0',
  '1e3',
  '2.5E-7',
  '12345678901234567890',
  '0.12345678901234567',
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
