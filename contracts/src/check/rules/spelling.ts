import { SYSTEMS } from '../../../../src/bars/code-systems.ts'
import { HEADERS } from '../../../../src/bars/headers.ts'
import { sameSystem } from '../../../../src/fhir/coding.ts'
import { text } from '../../../../src/fhir/json.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { nodesIn } from '../nodes.ts'
import type { Place } from '../places.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for how systems are spelt: published messages mix http and https, `id` and `Id`. */
export const SPELLING_RULES: readonly Rule[] = [
  {
    source: CLAUSES.spelling,
    isWarning: true,
    find: (request) => [...inHeaders(request), ...inMessage(request)].flatMap(misspelt),
  },
]

const inHeaders = ({ headerJson }: CheckedRequest): readonly Place[] =>
  [HEADERS.target, HEADERS.organisation].flatMap((name) => {
    const read = headerJson(name)
    return read !== undefined && 'json' in read ? nodesIn(read.json, `header ${name} »`) : []
  })

const inMessage = ({ message }: CheckedRequest): readonly Place[] =>
  (message?.entries ?? []).flatMap(({ where, entry }) => nodesIn(entry.resource, where))

const misspelt = ({ where, value }: Place): readonly Finding[] => {
  const sent = text(value, 'system')
  const right = Object.values(SYSTEMS).find((each) => sameSystem(sent, each))
  return sent === undefined || right === undefined || sent === right
    ? []
    : [{ where: `${where}.system`.replace('».', '» '), expected: right, received: sent }]
}
