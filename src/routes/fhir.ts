import { Hono } from 'hono/quick'
import { ENDPOINT_NAMES, ENDPOINTS, METHODS, pathsOf } from '../bars/endpoints.ts'
import { Failure, fail } from '../bars/failure.ts'
import { HEADERS, isBlank } from '../bars/headers.ts'
import { organisationMissing } from '../bars/organisation.ts'
import type { SearchParameters } from '../fhir/search.ts'
import { type Answer, respond } from './answer.ts'
import { checkHeaders } from './check-headers.ts'
import type { Deps } from './context.ts'
import { ANSWERERS, type Answerer } from './endpoints.ts'
import { type CheckedRequest, type FhirRequest, readRequest } from './fhir-request.ts'
import { refusedByAccept } from './negotiate.ts'
import { readQuery } from './query.ts'

/** The FHIR API. A path has one handler: Hono calls one directly, and composes several, at a cost. */
export const fhirRoutes = (deps: Deps): Hono => {
  const fhir = new Hono()
  for (const name of ENDPOINT_NAMES) {
    const answerer = ANSWERERS[name]
    for (const path of pathsOf(ENDPOINTS[name])) {
      fhir.all(path.replace('{id}', ':id'), async (c) => {
        const request = readRequest(c)
        return respond(request.ids, await answerTo(request, answerer, deps))
      })
    }
  }
  return fhir
}

const answerTo = (
  request: FhirRequest,
  answerer: Answerer,
  deps: Deps,
): Answer | Promise<Answer> => {
  const isAllowed = METHODS[answerer.method].includes(request.method)
  const { withoutTarget } = answerer
  if (isAllowed && withoutTarget !== undefined && isBlank(request.headers.get(HEADERS.target))) {
    return refusedByAccept(request) ?? withoutTarget(request, deps)
  }
  const checked = checkHeaders(request.headers, request.ids)
  if (checked instanceof Failure) return checked
  return isAllowed
    ? answerChecked({ ...request, ...checked }, answerer, deps)
    : notAllowed(request.method, answerer)
}

const answerChecked = (
  request: CheckedRequest,
  answerer: Answerer,
  deps: Deps,
): Answer | Promise<Answer> => {
  if (answerer.method === 'GET') {
    return readable(request, (query) => answerer.answer(request, deps, query))
  }
  const { organisation } = request
  if (organisation === undefined) return organisationMissing()
  return readable(request, () => answerer.answer(request, deps, organisation))
}

const readable = (
  request: CheckedRequest,
  answer: (query: SearchParameters) => Answer | Promise<Answer>,
): Answer | Promise<Answer> => {
  const refused = refusedByAccept(request)
  if (refused !== undefined) return refused
  const query = readQuery(request)
  return query instanceof Failure ? query : answer(query)
}

const notAllowed = (received: string, { method }: Answerer): Failure => {
  const allow = METHODS[method].join(', ')
  return fail(
    'SEND_METHOD_NOT_ALLOWED',
    'not-supported',
    { where: 'the request method', received, expected: allow },
    allow,
  )
}
