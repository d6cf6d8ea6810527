import type { Context } from 'hono'
import type { Failure } from '../bars/failure.ts'
import { checkAccept } from '../bars/media-type.ts'
import { readSearch, valuesOf } from '../fhir/search.ts'
import { rawQuery } from './context.ts'

/** Why this request cannot be answered in FHIR JSON, if it cannot. */
export const refusedByAccept = (c: Context): Failure | undefined => {
  const query = rawQuery(c)
  const [format] = query.includes('_format') ? valuesOf(readSearch(query) ?? [], '_format') : []
  return checkAccept(c.req.header('Accept'), format)
}
