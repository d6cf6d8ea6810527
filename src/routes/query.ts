import { type Failure, fail } from '../bars/failure.ts'
import { readSearch, type SearchParameters } from '../fhir/search.ts'
import { type FhirContext, rawQuery } from './context.ts'

/** The query's parameters, or why they cannot be read. */
export const readQuery = (c: FhirContext): SearchParameters | Failure =>
  readSearch(rawQuery(c)) ??
  fail('REC_BAD_REQUEST', 'value', {
    where: 'the query',
    received: 'an escape that does not decode',
    expected: 'UTF-8 with percent-encoding',
  })
