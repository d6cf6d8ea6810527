import { readFileSync } from 'node:fs'

const ROW = /^\| (\d[\d, ]*) \| (.+?) \| (.+) \| `test\/[^|]+\|$/

/** public/assets/rulings.json: number, question and answer of each ruling, for its page. */
export const rulingsData = (): string => {
  const rows = readFileSync('docs/rulings.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, number, question, answer] = ROW.exec(line) ?? []
      return number === undefined ? [] : [[number, question, answer]]
    })
  return `${JSON.stringify(rows, undefined, 1)}\n`
}
