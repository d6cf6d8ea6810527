import { SYSTEMS } from '../../bars/code-systems.ts'
import { canonicalSystem } from '../../fhir/coding.ts'
import { text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import type { SentMessage } from '../message.ts'
import type { SentRequest } from '../request.ts'
import { type Check, type Fault, findingOf, NOTHING, ofMessage, type Rule } from '../rule.ts'
import { nodesIn } from '../walk.ts'

/** How systems are spelt: published messages mix http and https, `id` and `Id`. */
export const SPELLING: Rule = {
  id: 'system/spelling',
  severity: 'warning',
  source: CLAUSES.spelling,
}

export const SYSTEM_CHECKS: readonly Check[] = [ofMessage(SPELLING, misspelt)]

/** The same of the tokens of a search; it is one rule wherever a system is. */
export const TOKEN_CHECKS: readonly Check[] = [
  {
    rules: [],
    find: (request) => misspeltTokens(request).map((fault) => findingOf(SPELLING, fault)),
  },
]

function misspeltTokens({ parameters = [] }: SentRequest): readonly Fault[] {
  return parameters.flatMap(([name, value]) => {
    const [system = '', ...rest] = value.split('|')
    const expected = rest.length === 0 ? undefined : rightFor(system)
    return expected === undefined
      ? []
      : [{ where: `query parameter ${name}`, expected, received: system }]
  })
}

const RIGHT: ReadonlyMap<string, string> = new Map(
  Object.values(SYSTEMS).map((each) => [canonicalSystem(each), each]),
)

function rightFor(system: string): string | undefined {
  const right = RIGHT.get(canonicalSystem(system))
  return right === system ? undefined : right
}

function misspelt({ entries, gathered }: SentMessage): readonly Fault[] {
  const isMisspelt = [...gathered.systems].some((each) => rightFor(each.trim()) !== undefined)
  return isMisspelt
    ? entries.flatMap(({ where, entry }) => misspeltIn(entry.resource, where))
    : NOTHING
}

/** Members that say a system, alone or before a bar. */
const SYSTEM_KEYS = ['system', 'endpoint'] as const

/** The systems in JSON that are published in another spelling. */
export function misspeltIn(json: unknown, at: string): readonly Fault[] {
  return nodesIn(json, at).flatMap(({ where, value }) =>
    SYSTEM_KEYS.flatMap((key) => {
      const [sent = ''] = text(value, key)?.split('|') ?? []
      const expected = rightFor(sent)
      return expected === undefined
        ? []
        : [{ where: `${where}.${key}`.replace('».', '» '), expected, received: sent }]
    }),
  )
}
