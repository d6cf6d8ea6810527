import { Hono } from 'hono/quick'
import {
  allowOf,
  ENDPOINT_NAMES,
  ENDPOINTS,
  type Endpoint,
  type EndpointName,
  METHODS,
  pathsOf,
} from '../bars/endpoints.ts'
import { fail } from '../bars/failure.ts'
import { checkAccept } from '../bars/media-type.ts'
import { organisationMissing } from '../bars/organisation.ts'
import { remember } from '../bars/remember.ts'
import { readSearch, valuesOf } from '../fhir/search.ts'
import { type Answer, failed, respond } from './answer.ts'
import type { Deps } from './context.ts'
import {
  type FhirRequest,
  firstAnswer,
  HEADER_STEPS,
  readRequest,
  type Step,
} from './fhir-request.ts'
import { searchDefinitions } from './message-definition.ts'
import { metadata } from './metadata.ts'
import { processMessage } from './process-message.ts'
import { readBody } from './read-body.ts'
import { readById } from './read-by-id.ts'
import { reportOn } from './report.ts'
import { searchByPatient } from './search-by-patient.ts'
import { searchSlots } from './slot.ts'
import { handledStrictly } from './strict.ts'

/** Answers a request that went through every step of its endpoint. */
type Handler = (request: FhirRequest, deps: Deps) => Answer | Promise<Answer>

const HANDLERS: Readonly<Record<EndpointName, Handler>> = {
  metadata,
  MessageDefinition: searchDefinitions,
  Slot: searchSlots,
  Appointment: readById('Appointment'),
  ServiceRequest: readById('ServiceRequest'),
  'Appointment-search': searchByPatient('Appointment'),
  'ServiceRequest-search': searchByPatient('ServiceRequest'),
  'process-message': processMessage,
}

/** The FHIR API. A path has one handler: Hono calls one directly, and composes several, at a cost. */
export const fhirRoutes = (deps: Deps): Hono => {
  const fhir = new Hono()
  for (const name of ENDPOINT_NAMES) {
    const endpoint = ENDPOINTS[name]
    const answerTo = answerAt(endpoint, HANDLERS[name], deps)
    for (const path of pathsOf(endpoint)) {
      fhir.all(path.replace('{id}', ':id'), async (c) => {
        const request = readRequest(c)
        const lenient = await answerTo(request)
        // A message that is refused for its headers has a report on all of it.
        if (endpoint.method === 'POST' && (request.isStrict || deps.reports !== undefined)) {
          request.body ??= await readBody(request)
        }
        const answer = request.isStrict ? await handledStrictly(request, lenient, deps) : lenient
        const { ids, raw } = request
        const report = reportOn(request, answer, deps)
        return respond({ ids, raw, report }, answer, deps.compresses)
      })
    }
  }
  return fhir
}

function answerAt(endpoint: Endpoint, handler: Handler, deps: Deps) {
  const steps = stepsAt(endpoint)
  const isOfTheApi = ({ sentTarget, method }: FhirRequest): boolean =>
    endpoint.needsNoTarget === true &&
    sentTarget === undefined &&
    METHODS[endpoint.method].includes(method)

  return (request: FhirRequest): Answer | Promise<Answer> => {
    const answer = firstAnswer(request, isOfTheApi(request) ? STEPS_OF_THE_API : steps)
    return answer ?? handler(request, deps)
  }
}

/** What a request goes through, in the order that tells which of its faults is answered. */
function stepsAt(endpoint: Endpoint): readonly Step[] {
  return [
    ...HEADER_STEPS,
    methodStep(endpoint),
    ...(endpoint.method === 'POST' ? [senderStep] : []),
    acceptStep,
    ...(endpoint.method === 'GET' ? [queryStep] : []),
  ]
}

// Of the API itself, before anything is known of who asks and for whom.
const STEPS_OF_THE_API: readonly Step[] = [acceptStep]

function methodStep(endpoint: Endpoint): Step {
  const { method } = endpoint
  const allow = allowOf(endpoint)
  return ({ method: received }) =>
    METHODS[method].includes(received)
      ? undefined
      : failed(
          fail(
            'REC_METHOD_NOT_ALLOWED',
            'not-supported',
            { where: 'the request method', received, expected: allow },
            { Allow: allow },
          ),
        )
}

// An operation is for an organisation that names itself (ruling 10).
function senderStep({ organisation, headers }: FhirRequest) {
  return organisation === undefined ? failed(organisationMissing(headers.keys())) : undefined
}

function acceptStep({ headers, query }: FhirRequest) {
  const [format] = query.includes('_format') ? valuesOf(readSearch(query) ?? [], '_format') : []
  const refused =
    format === undefined
      ? refusedByAccept(headers.get('Accept') ?? '').failure
      : checkAccept(undefined, format)
  return refused && failed(refused)
}

const refusedByAccept = remember((accept: string) => ({ failure: checkAccept(accept, undefined) }))

function queryStep(request: FhirRequest) {
  const parameters = readSearch(request.query)
  if (parameters === undefined) {
    return failed(UNDECODABLE)
  }
  request.parameters = parameters
  return undefined
}

const UNDECODABLE = fail('REC_BAD_REQUEST', 'value', {
  where: 'the query',
  received: 'an escape that does not decode',
  expected: 'UTF-8 with percent-encoding',
})
