import { existsSync, readFileSync } from 'node:fs'
import { it } from 'vitest'

it('names only tests that exist', ({ expect }) => {
  const page = readFileSync('docs/rulings.md', 'utf8')

  const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path)

  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
