import type { OdsCode } from '../bars/organisation.ts'
import type { SearchParameters } from '../fhir/search.ts'
import type { Answer } from './answer.ts'
import { appointment } from './appointment.ts'
import type { Deps } from './context.ts'
import type { CheckedRequest, FhirRequest } from './fhir-request.ts'
import { messageDefinition } from './message-definition.ts'
import { metadata, metadataOfTheApi } from './metadata.ts'
import { processMessage } from './process-message.ts'
import { serviceRequest } from './service-request.ts'
import { slot } from './slot.ts'

/** A read: answered to whoever asks. */
interface Read {
  readonly method: 'GET'
  readonly paths: readonly string[]
  readonly answer: (
    request: CheckedRequest,
    deps: Deps,
    query: SearchParameters,
  ) => Answer | Promise<Answer>
  /** Answers a request without a target, before any header is asked for. */
  readonly withoutTarget?: (request: FhirRequest, deps: Deps) => Answer
}

/** An operation: answered to an organisation that names itself (ruling 10). */
interface Operation {
  readonly method: 'POST'
  readonly paths: readonly string[]
  readonly answer: (request: CheckedRequest, deps: Deps, organisation: OdsCode) => Promise<Answer>
  readonly withoutTarget?: undefined
}

export type Endpoint = Read | Operation

/** The endpoints of the FHIR API. */
export const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', paths: ['/metadata'], answer: metadata, withoutTarget: metadataOfTheApi },
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

/** The methods of an endpoint's requests: what answers GET answers HEAD. */
export const ALLOWED: Readonly<Record<Endpoint['method'], readonly string[]>> = {
  GET: ['GET', 'HEAD'],
  POST: ['POST'],
}

/** The requests that the API answers, as documentation writes them. */
export const REQUESTS = ENDPOINTS.map(
  ({ method, paths: [path = ''] }) => `${method} ${path.replace(':id', '{id}')}`,
).join(', ')
