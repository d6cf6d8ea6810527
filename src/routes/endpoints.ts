import type { EndpointWith } from '../bars/endpoints.ts'
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

/** Answers a read, of whoever asks. */
interface Reader {
  readonly method: 'GET'
  readonly answer: (
    request: CheckedRequest,
    deps: Deps,
    query: SearchParameters,
  ) => Answer | Promise<Answer>
  /** Answers a request without a target, before any header is asked for. */
  readonly withoutTarget?: (request: FhirRequest, deps: Deps) => Answer
}

/** Answers an operation, of an organisation that names itself (ruling 10). */
interface Operator {
  readonly method: 'POST'
  readonly answer: (request: CheckedRequest, deps: Deps, organisation: OdsCode) => Promise<Answer>
  readonly withoutTarget?: undefined
}

export type Answerer = Reader | Operator

/** What answers at each endpoint. */
export const ANSWERERS: Readonly<
  Record<EndpointWith<'GET'>, Reader> & Record<EndpointWith<'POST'>, Operator>
> = {
  metadata: { method: 'GET', answer: metadata, withoutTarget: metadataOfTheApi },
  MessageDefinition: { method: 'GET', answer: messageDefinition },
  Slot: { method: 'GET', answer: slot },
  Appointment: { method: 'GET', answer: appointment },
  ServiceRequest: { method: 'GET', answer: serviceRequest },
  'process-message': { method: 'POST', answer: processMessage },
}
