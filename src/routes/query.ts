import { type Failure, fail } from '../bars/failure.ts'
import { readSearch, type SearchParameters } from '../fhir/search.ts'
import type { FhirRequest } from './fhir-request.ts'

/** The query's parameters, or why they cannot be read. */
export const readQuery = ({ query }: FhirRequest): SearchParameters | Failure =>
  readSearch(query) ??
  fail('REC_BAD_REQUEST', 'value', {
    where: 'the query',
    received: 'an escape that does not decode',
    expected: 'UTF-8 with percent-encoding',
  })
