import { readdirSync } from 'node:fs'
import { it } from 'vitest'
import { EXAMPLES, shownBy } from './readme.ts'

const MISTAKES = ['header', 'order', 'reason', 'link']

const examples = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name)

for (const example of examples) {
  it(`the README of ${example} shows every mistake, and what it prints`, ({ expect }) => {
    const broken = shownBy(example).filter(({ command }) => command.startsWith('BREAK='))

    expect(broken.map(({ command }) => /^BREAK=(\w+)/.exec(command)?.[1])).toEqual(MISTAKES)
    expect(broken.filter(({ printed }) => printed === undefined)).toEqual([])
  })
}
