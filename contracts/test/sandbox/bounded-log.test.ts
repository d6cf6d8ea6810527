import { it } from 'vitest'
import { boundedLog } from '../../src/sandbox/bounded-log.ts'

it('keeps the newest that some bytes hold', ({ expect }) => {
  const { add, items } = boundedLog<{ readonly item: number; readonly text: string }>(10_000)

  for (let item = 1; item <= 100; item += 1) add({ item, text: 'x'.repeat(952) })
  const kept = items().map(({ item }) => item)
  add({ item: 101, text: 'x'.repeat(20_000) })

  expect([kept, items().map(({ item }) => item)]).toEqual([
    [91, 92, 93, 94, 95, 96, 97, 98, 99, 100],
    [101],
  ])
})

it('goes on when it is to keep none of them', ({ expect }) => {
  const { add, keep, items } = boundedLog<{ readonly item: number }>()
  add({ item: 1 })

  keep(() => false)
  add({ item: 2 })

  expect(items()).toEqual([{ item: 2 }])
})
