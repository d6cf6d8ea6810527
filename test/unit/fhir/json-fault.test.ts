import fc from 'fast-check'
import { expect, it } from 'vitest'
import { faultInJson } from '../../../src/fhir/json-fault.ts'

// biome-ignore format: a table reads by column
const FAULTS = [
  { title: 'the end of a text that is cut short', json: '{"a":[1,', at: 8 },
  { title: 'the end of a text that is cut inside a string', json: '{"a":"b\\', at: 7 },
  { title: 'the end of nothing', json: ' \n', at: 2 },
  { title: 'what follows the value', json: '{} {}', at: 3 },
  { title: 'a comma too many', json: '[1,]', at: 3 },
  { title: 'a comma too many in an object', json: '{"a":1,}', at: 7 },
  { title: 'a key without quotes', json: '{a:1}', at: 1 },
  { title: 'a number for a key', json: '{1:1}', at: 1 },
  { title: 'a colon that is missing', json: '{"a" 1}', at: 5 },
  { title: 'a comma that is missing', json: '[1 2]', at: 3 },
  { title: 'a list closed as an object', json: '[1}', at: 2 },
  { title: 'a literal in capitals', json: '[True]', at: 1 },
  { title: 'a leading zero', json: '[01]', at: 2 },
  { title: 'a line break in a string', json: '["a\nb"]', at: 3 },
  { title: 'an escape that JSON does not have', json: '["\\x"]', at: 2 },
]

for (const { title, json, at } of FAULTS) {
  it(`finds ${title}`, () => {
    expect(faultInJson(json)).toBe(at)
  })
}

it('finds no fault before the end of what JSON could go on from', () => {
  const cut = fc.tuple(fc.json(), fc.nat()).map(([json, at]) => json.slice(0, at % json.length))

  fc.assert(
    fc.property(cut, (text) => {
      // A word or a number is at fault where it begins, and an escape, of six characters, where it does.
      if (!isJson(text) && !/[a-z\d.+-]$/i.test(text))
        expect(faultInJson(text)).toBeGreaterThanOrEqual(text.length - 6)
    }),
  )
})

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
