import { it } from 'vitest'
import { judgeMessage } from '../../../src/validation/judge.ts'

// As many as a body may hold (ruling 41): each goes against a dozen rules.
const MANY = 49_000

for (const [what, entry] of [
  ['null', null],
  ['an empty entry', {}],
  ['a number', 1],
] as const) {
  it(`looks no further once ${what} is found wrong thousands of times`, ({ expect }) => {
    const json = { resourceType: 'Bundle', type: 'message', entry: Array(MANY).fill(entry) }

    const { findings, counts } = judgeMessage({ is: 'json', json, text: JSON.stringify(json) })

    expect(findings).toHaveLength(100)
    expect(counts.error).toBeLessThanOrEqual(2000)
  })
}
