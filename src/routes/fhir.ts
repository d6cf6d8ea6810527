import { Hono } from 'hono'
import { Failure, fail } from '../bars/failure.ts'
import { type OdsCode, organisationMissing } from '../bars/organisation.ts'
import type { SearchParameters } from '../fhir/search.ts'
import { type Answer, respond } from './answer.ts'
import { appointment } from './appointment.ts'
import { checkHeaders } from './check-headers.ts'
import { type Deps, FHIR_PATH, type FhirContext, type FhirEnv } from './context.ts'
import { messageDefinition } from './message-definition.ts'
import { metadata, metadataOfTheApi } from './metadata.ts'
import { refusedByAccept } from './negotiate.ts'
import { processMessage } from './process-message.ts'
import { readQuery } from './query.ts'
import { serviceRequest } from './service-request.ts'
import { slot } from './slot.ts'

/** A read: answered to whoever asks. */
interface Read {
  readonly method: 'GET'
  readonly paths: readonly string[]
  readonly answer: (c: FhirContext, deps: Deps, query: SearchParameters) => Answer | Promise<Answer>
}

/** An operation: answered to an organisation that names itself (ruling 10). */
interface Operation {
  readonly method: 'POST'
  readonly paths: readonly string[]
  readonly answer: (c: FhirContext, deps: Deps, organisation: OdsCode) => Promise<Answer>
}

type Endpoint = Read | Operation

const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', paths: ['/metadata'], answer: metadata },
  { method: 'GET', paths: ['/MessageDefinition'], answer: messageDefinition },
  { method: 'GET', paths: ['/Slot'], answer: slot },
  { method: 'GET', paths: ['/Appointment/:id'], answer: appointment },
  { method: 'GET', paths: ['/ServiceRequest/:id'], answer: serviceRequest },
  // Some clients escape the dollar sign.
  {
    method: 'POST',
    paths: ['/$process-message', '/%24process-message'],
    answer: processMessage,
  },
]

const ALLOW = { GET: 'GET, HEAD', POST: 'POST' } as const

/** The FHIR API. */
export const fhirRoutes = (deps: Deps): Hono<FhirEnv> => {
  const fhir = new Hono<FhirEnv>()
  fhir.get('/metadata', metadataOfTheApi(deps))
  fhir.use(checkHeaders)
  for (const endpoint of ENDPOINTS) {
    const { method, paths } = endpoint
    fhir.on(method, [...paths], async (c) => respond(c, await answerTo(c, endpoint, deps)))
    for (const path of paths) fhir.all(path, (c) => respond(c, notAllowed(c.req.method, method)))
  }
  return fhir.all('*', (c) => respond(c, noSuchPathAmong(REQUESTS)))
}

const answerTo = async (c: FhirContext, endpoint: Endpoint, deps: Deps): Promise<Answer> => {
  const organisation = c.get('organisation')
  if (endpoint.method === 'GET') return readable(c, (query) => endpoint.answer(c, deps, query))
  if (organisation === undefined) return organisationMissing()
  return readable(c, () => endpoint.answer(c, deps, organisation))
}

const readable = (
  c: FhirContext,
  answer: (query: SearchParameters) => Answer | Promise<Answer>,
): Answer | Promise<Answer> => {
  const refused = refusedByAccept(c)
  if (refused !== undefined) return refused
  const query = readQuery(c)
  return query instanceof Failure ? query : answer(query)
}

const notAllowed = (received: string, method: Endpoint['method']) =>
  fail(
    'SEND_METHOD_NOT_ALLOWED',
    'not-supported',
    { where: 'the request method', received, expected: ALLOW[method] },
    ALLOW[method],
  )

/** The requests that the API answers, as documentation writes them. */
const REQUESTS = ENDPOINTS.map(
  ({ method, paths: [path = ''] }) => `${method} ${path.replace(':id', '{id}')}`,
).join(', ')

const noSuchPathAmong = (expected: string) =>
  fail('PROXY_NOT_FOUND', 'not-found', {
    where: 'the request path',
    received: 'one that the sandbox does not have',
    expected,
  })

/** The failure of a request for a path that is neither the API's nor another of the sandbox. */
export const noSuchPath = () =>
  noSuchPathAmong(`/_ping, /_status, /_sandbox/scenarios or, under ${FHIR_PATH}, ${REQUESTS}`)

/** The failure of a path in a space whose name cannot be one, or that nothing answers. */
export const noSuchSpace = () =>
  fail('PROXY_NOT_FOUND', 'not-found', {
    where: 'the request path',
    received: 'one that the sandbox does not have in a space',
    expected: '/s/{space}/ and a path of the sandbox; a space is 3 to 64 of a-z, 0-9 and -',
  })
