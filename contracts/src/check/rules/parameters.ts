import { readDefinitionSearch } from '../../../../src/bars/definition-search.ts'
import { parameterNames } from '../../../../src/bars/endpoints.ts'
import { Failure } from '../../../../src/bars/failure.ts'
import { valuesOf } from '../../../../src/fhir/search.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { MESSAGE_DEFINITION } from '../endpoints.ts'
import type { Finding, Rule } from '../rule.ts'
import { findingOf } from './failure-finding.ts'

/** Rules for the query. */
export const PARAMETER_RULES: readonly Rule[] = [
  { source: CLAUSES.endpoints, find: (request) => undecodable(request) },
  { source: CLAUSES.endpoints, find: (request) => unknownNames(request) },
  { source: CLAUSES.definitions, find: (request) => wrongContext(request) },
  { source: CLAUSES.definitions, isWarning: true, find: (request) => bareContext(request) },
]

const at = (name: string): string => `query parameter ${name}`

const undecodable = ({ parameters }: CheckedRequest): readonly Finding[] =>
  parameters === undefined
    ? [
        {
          where: 'query',
          expected: 'UTF-8 with percent-encoding',
          received: 'an escape that does not decode',
        },
      ]
    : []

const unknownNames = ({ parameters = [], meant }: CheckedRequest): readonly Finding[] => {
  if (meant === undefined) return []
  const known = [...parameterNames(meant), '_format']
  const unknown = [...new Set(parameters.map(([name]) => name))].filter(
    (name) => !known.includes(name),
  )
  return unknown.map((name) => ({
    where: /^[\w.:-]{1,60}$/.test(name) ? at(name) : 'query parameter of another kind',
    expected: `one of ${known.join(', ')}`,
    received: 'a parameter that the endpoint does not have',
    ...hintFor(name, known),
  }))
}

const hintFor = (name: string, known: readonly string[]): { mend?: string } => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]|s$/g, '')
  const near = known.find(
    (each) => plain(each) === plain(name) || plain(each).endsWith(plain(name)),
  )
  return near === undefined ? {} : { mend: `did you mean ${near}?` }
}

const wrongContext = ({ parameters, meant }: CheckedRequest): readonly Finding[] => {
  if (meant !== MESSAGE_DEFINITION || parameters === undefined) return []
  const search = readDefinitionSearch(parameters)
  return search instanceof Failure ? [findingOf(search, at('context'))] : []
}

const bareContext = ({ parameters = [], meant }: CheckedRequest): readonly Finding[] => {
  const bare = valuesOf(parameters, 'context').some((value) => !value.includes('|'))
  return meant === MESSAGE_DEFINITION && bare
    ? [
        {
          where: at('context'),
          expected: 'a system, a bar and a value, percent-encoded',
          received: 'a value without its system',
        },
      ]
    : []
}
