import { it } from 'vitest'
import { newest } from '../../src/stub/newest.ts'

it('keeps the newest thousand and counts them all', ({ expect }) => {
  const { add, items, count } = newest<number>()

  for (let item = 1; item <= 1500; item += 1) add(item)

  expect([items().length, items()[0], items().at(-1), count()]).toEqual([1000, 501, 1500, 1500])
})

it('counts on when it is cleared', ({ expect }) => {
  const { add, clear, items, count } = newest<string>()
  add('a')

  clear()
  add('b')

  expect([items(), count()]).toEqual([['b'], 2])
})
