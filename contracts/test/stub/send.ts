import type { BuiltRequest } from '../../src/build-request.ts'
import type { Stub } from '../../src/stub/start-stub.ts'

/** Sends a request to a stub as a Sender would. */
export const send = (
  { fhirUrl }: Pick<Stub, 'fhirUrl'>,
  { method, path, headers, body }: BuiltRequest,
): Promise<Response> =>
  fetch(`${fhirUrl}${path}`, {
    method,
    headers: { ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
