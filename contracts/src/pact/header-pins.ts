import { HEADERS } from '../../../src/bars/headers.ts'
import { BASE64_OBJECT, base64With, FHIR_JSON_TYPE, USE_CONTEXT, UUID } from './patterns.ts'

/** How each header of a request must look; what is inside base64 no pattern can tell. */
const SHAPES: Readonly<Record<string, string>> = {
  Accept: FHIR_JSON_TYPE,
  'Content-Type': FHIR_JSON_TYPE,
  [HEADERS.requestId]: UUID,
  [HEADERS.correlationId]: UUID,
  [HEADERS.target]: BASE64_OBJECT,
  [HEADERS.organisation]: BASE64_OBJECT,
  [HEADERS.software]: BASE64_OBJECT,
  [HEADERS.useContext]: USE_CONTEXT,
}

/** The pattern of a header; `target` is the value that NHSD-Target-Identifier must hold, if any. */
export const headerPin = (name: string, target: string | undefined): string => {
  // With its quotation marks, so that it is not found inside a longer value.
  if (name === HEADERS.target && target !== undefined) return base64With(`"${target}"`)
  const shape = SHAPES[name]
  if (shape === undefined) throw new Error(`no shape for the header ${name}`)
  return shape
}
