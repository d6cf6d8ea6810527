import type { Endpoint } from '../../../../src/bars/endpoints.ts'
import { quoted } from '../../../../src/bars/failure.ts'
import { endpointOf } from '../../../../src/bars/occasions.ts'
import type { CheckedRequest } from '../checked-request.ts'
import { CLAUSES } from '../clauses.ts'
import { ENDPOINTS, idIn } from '../endpoints.ts'
import { masked } from '../received.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rules for the method and the path. */
export const ENDPOINT_RULES: readonly Rule[] = [
  { source: CLAUSES.endpoints, find: (request) => wrongPath(request) },
  { source: CLAUSES.endpoints, find: (request) => wrongMethod(request) },
  { source: CLAUSES.reads, find: (request) => wrongId(request) },
]

/** A path as a report may show it. */
export const shownPath = ({ path, asked }: Pick<CheckedRequest, 'path' | 'asked'>): string => {
  const [, resource = ''] = path.split('/')
  if (asked !== undefined) return asked.path
  return /^[A-Za-z$_-]{1,40}$/.test(resource) ? `/${resource}` : 'a path of another kind'
}

const wrongPath = (request: CheckedRequest): readonly Finding[] => {
  const { row, path, asked } = request
  const allowed = [...new Set(row?.on.map(endpointOf) ?? ENDPOINTS)]
  if (asked !== undefined && allowed.includes(asked)) return []
  const near = allowed.find((each) => isNear(path, each))
  return [
    {
      where: 'path',
      expected: allowed.map(({ method, path: each }) => `${method} ${each}`).join(' or '),
      received: shownPath(request),
      ...(near && { mend: `paths are case-sensitive; it is ${near.path}` }),
    },
  ]
}

const isNear = (path: string, { path: meant }: Endpoint): boolean => {
  const plain = (text = '') => text.toLowerCase().replace(/[^a-z]|s$/g, '')
  return plain(path.split('/')[1]) === plain(meant.split('/')[1])
}

const wrongMethod = ({ method, asked }: CheckedRequest): readonly Finding[] =>
  asked === undefined || method === asked.method
    ? []
    : [
        {
          where: 'method',
          expected: asked.method,
          received: /^[A-Z]{1,20}$/.test(method) ? method : 'another text',
        },
      ]

const wrongId = ({ path, asked }: CheckedRequest): readonly Finding[] =>
  asked?.path.endsWith('/{id}') && idIn(path) === undefined
    ? [
        {
          where: 'path » id',
          expected: 'a UUID',
          received: masked(quoted(path.split('/').at(-1) ?? '')),
        },
      ]
    : []
