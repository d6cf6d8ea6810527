import { it } from 'vitest'
import { remember, rememberBy } from '../../../src/bars/remember.ts'

/** A function that remembers, and the keys that it has made something of. */
const remembering = () => {
  const made: string[] = []
  const ask = remember((key: string) => {
    made.push(key)
    return key.length
  })
  return { ask, made }
}

it('makes of a key once what it is asked for again and again', ({ expect }) => {
  const { ask, made } = remembering()

  expect([ask('one'), ask('three'), ask('one')]).toEqual([3, 5, 3])
  expect(made).toEqual(['one', 'three'])
})

it('remembers by the key of what it is asked', ({ expect }) => {
  const made: string[] = []
  const keyOf = ({ name }: { readonly name: string }) => name
  const ask = rememberBy(keyOf, ({ name }) => made.push(name))

  expect([ask({ name: 'one' }), ask({ name: 'one' }), ask({ name: 'two' })]).toEqual([1, 1, 2])
})

it('remembers no more than 500 keys', ({ expect }) => {
  const { ask, made } = remembering()
  const keys = Array.from({ length: 500 }, (_, at) => `key ${at}`)

  for (const key of [...keys, ...keys]) ask(key)
  expect(made).toEqual(keys)

  ask('one more')
  for (const key of ['key 0', 'one more']) ask(key)
  expect(made).toEqual([...keys, 'one more', 'key 0'])
})

it('does not remember a key of more than 1,000 characters', ({ expect }) => {
  const { ask, made } = remembering()
  const long = 'x'.repeat(1_000)
  const longer = 'x'.repeat(1_001)

  for (const key of [long, long, longer, longer]) ask(key)

  expect(made).toEqual([long, longer, longer])
})
