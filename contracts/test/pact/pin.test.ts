import { it } from 'vitest'
import { contains, each, matchingRulesOf, open, regex, whole } from '../../src/pact/pin.ts'

const OPEN = { match: 'eachKey', rules: [], value: '' }
const EQUAL = { match: 'equality' }

const rule = (...matchers: readonly object[]) => ({ combine: 'AND', matchers })

it('opens every object and compares what is pinned in it', ({ expect }) => {
  const rules = matchingRulesOf(open({ code: 'a', text: regex('^b+$') }), {
    code: 'a',
    text: 'bb',
    period: { start: '2030' },
    name: [{ given: ['Alex'], 'of-kin': {} }],
  })

  expect(rules).toEqual({
    $: rule(OPEN),
    '$.code': rule(EQUAL),
    '$.text': rule({ match: 'regex', regex: '^b+$' }),
    '$.period': rule(OPEN),
    '$.name[*]': rule(OPEN),
    "$.name[*]['of-kin']": rule(OPEN),
  })
})

it('limits and counts the keys of an object', ({ expect }) => {
  const rules = matchingRulesOf(open({}, { keys: '^a|b$', atLeast: 2 }), { a: 1, b: 2 })

  expect(rules).toEqual({
    $: rule(
      { match: 'eachKey', rules: [{ match: 'regex', regex: '^a|b$' }], value: '' },
      { match: 'type', min: 2 },
    ),
  })
})

it('keeps an object to the keys of the example', ({ expect }) => {
  const rules = matchingRulesOf(whole({ code: 'a' }), { code: 'a', period: {} })

  expect(rules).toEqual({
    $: rule({ match: 'type', min: 2 }),
    '$.code': rule(EQUAL),
    '$.period': rule(OPEN),
  })
})

it('finds each item that a list must contain, wherever it is', ({ expect }) => {
  const rules = matchingRulesOf(contains(open({ code: 'b' }), open({ text: 'c' })), [
    { code: 'a', text: 'c' },
    { code: 'b' },
  ])

  expect(rules).toEqual({
    $: rule({
      match: 'arrayContains',
      variants: [
        { index: 1, rules: { $: rule(OPEN), '$.code': rule(EQUAL) } },
        { index: 0, rules: { $: rule(OPEN), '$.text': rule(EQUAL) } },
      ],
    }),
  })
})

it('holds every item of a list to the same', ({ expect }) => {
  const rules = matchingRulesOf(each(open({ code: 'a' })), [
    { code: 'a' },
    { code: 'a', text: 'b' },
  ])

  expect(rules).toEqual({
    $: rule({ match: 'type', min: 1 }),
    '$[*]': rule(OPEN),
    '$[*].code': rule(EQUAL),
  })
})

it('has no rules for an example that is not what is pinned', ({ expect }) => {
  const wrong = [
    matchingRulesOf('a', 'b'),
    matchingRulesOf(regex('^a$'), 'b'),
    matchingRulesOf(regex('^1$'), 1),
    matchingRulesOf(open({ code: 'a' }), { code: 'b' }),
    matchingRulesOf(open({ code: 'a' }), {}),
    matchingRulesOf(open({}), []),
    matchingRulesOf(whole({ code: 'a' }), { text: 'a' }),
    matchingRulesOf(contains('a', 'b'), ['a']),
    matchingRulesOf(contains('a'), 'a'),
    matchingRulesOf(each('a'), ['a', 'b']),
    matchingRulesOf(each('a'), []),
    matchingRulesOf(each('a'), undefined),
  ]

  expect(wrong).toEqual(wrong.map(() => undefined))
})
