import type { Failure } from '../bars/failure.ts'
import { checkAccept } from '../bars/media-type.ts'
import { remember } from '../bars/remember.ts'
import { readSearch, valuesOf } from '../fhir/search.ts'
import type { FhirRequest } from './fhir-request.ts'

const acceptRefused = remember((accept: string) => ({ failure: checkAccept(accept, undefined) }))

/** Why this request cannot be answered in FHIR JSON, if it cannot. */
export const refusedByAccept = ({ headers, query }: FhirRequest): Failure | undefined => {
  const [format] = query.includes('_format') ? valuesOf(readSearch(query) ?? [], '_format') : []
  return format === undefined
    ? acceptRefused(headers.get('Accept') ?? '').failure
    : checkAccept(undefined, format)
}
