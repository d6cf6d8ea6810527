import type { Context } from 'hono'
import type { Failure } from '../bars/failure.ts'
import { checkAccept } from '../bars/media-type.ts'
import { remember } from '../bars/remember.ts'
import { readSearch, valuesOf } from '../fhir/search.ts'
import { rawQuery } from './context.ts'

const acceptRefused = remember((accept: string) => ({ failure: checkAccept(accept, undefined) }))

/** Why this request cannot be answered in FHIR JSON, if it cannot. */
export const refusedByAccept = (c: Context): Failure | undefined => {
  const query = rawQuery(c)
  const [format] = query.includes('_format') ? valuesOf(readSearch(query) ?? [], '_format') : []
  return format === undefined
    ? acceptRefused(c.req.header('Accept') ?? '').failure
    : checkAccept(undefined, format)
}
