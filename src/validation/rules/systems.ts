import { SYSTEMS } from '../../bars/code-systems.ts'
import { canonicalSystem } from '../../fhir/coding.ts'
import { text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import type { SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage, type Rule } from '../rule.ts'
import { nodesIn } from '../walk.ts'

/** How systems are spelt: published messages mix http and https, `id` and `Id`. */
export const SPELLING: Rule = {
  id: 'system/spelling',
  severity: 'warning',
  source: CLAUSES.spelling,
}

export const SYSTEM_CHECKS: readonly Check[] = [ofMessage(SPELLING, misspelt)]

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

/** The systems in JSON that are published in another spelling. */
export function misspeltIn(json: unknown, at: string): readonly Fault[] {
  return nodesIn(json, at).flatMap(({ where, value }) => {
    const sent = text(value, 'system')
    const right = sent === undefined ? undefined : rightFor(sent)
    return sent === undefined || right === undefined
      ? []
      : [{ where: `${where}.system`.replace('».', '» '), expected: right, received: sent }]
  })
}
