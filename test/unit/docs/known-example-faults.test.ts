import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { PUBLISHED } from '../../fixtures/published.ts'
import { cleanRequest, findingsIn } from '../../support/clean-message.ts'

const PAGE = new URL('../../../docs/known-example-faults.md', import.meta.url)

const ROW = /^\| (\w+) \| .* \| (\w+) \| `([^`]+)` \| (.+) \|$/

const listed = readFileSync(PAGE, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, severity, rule, source] = ROW.exec(line) ?? []
    return name === undefined ? [] : [[name, severity, rule, source].join(' ')]
  })

// What depends on the headers, and on free text, which is ours in the fixtures.
const IS_LEFT_OUT = /^(?:agreement\/|http\/|simulator\/QuestionnaireResponse)/

it('lists what is found in the published examples, and by which clause', ({ expect }) => {
  const request = cleanRequest('a1t1', 'booking-new')
  const found = [...PUBLISHED]
    .filter(([name]) => name !== 'BOOKREQRESP01')
    .flatMap(([name, text]) =>
      findingsIn(request, JSON.parse(text))
        .filter(({ rule }) => !IS_LEFT_OUT.test(rule))
        .map(({ rule, severity, source }) => [name, severity, rule, source].join(' ')),
    )

  expect([...new Set(listed)].sort()).toEqual([...new Set(found)].sort())
})
