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

it('reads what is not inexact as JSON.parse does', ({ expect }) => {
  expect(parseExactly('{"a":[1,2.5,"1.50",null,true]}')).toEqual({
    a: [1, 2.5, '1.50', null, true],
  })
})
