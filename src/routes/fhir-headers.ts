import { FHIR_JSON } from '../bars/media-type.ts'
import { CORS_HEADERS } from './cors.ts'
import type { MessageId } from './message-ids.ts'

/** The headers of every FHIR answer: those of its request's ids that can be sent back among them. */
export const fhirHeaders = (ids: readonly MessageId[]): Record<string, string> => {
  const headers: Record<string, string> = {
    'Content-Type': FHIR_JSON,
    'Cache-Control': 'no-store',
    ...CORS_HEADERS,
  }
  for (const { name, value } of ids) {
    // Printable ASCII alone can be sent back in a header.
    if (value !== null && /^[\x20-\x7e]+$/.test(value)) headers[name] = value
  }
  return headers
}
