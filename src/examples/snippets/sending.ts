import { HEADERS } from '../../bars/headers.ts'
import { FHIR_PATH } from '../../bars/paths.ts'
import type { CatalogueRow } from '../../receiver/catalogue.ts'
import { type ExampleRequest, exampleRequest } from '../request.ts'

/** What a snippet sends, and to which sandbox. */
export interface Sending {
  readonly row: CatalogueRow
  readonly request: ExampleRequest
  readonly url: string
  /** Where the sandbox hands out the message; undefined for a read. */
  readonly messageUrl: string | undefined
  /** The headers that are the same each time. */
  readonly fixed: readonly (readonly [name: string, value: string])[]
  /** The headers that are a fresh UUID each time. */
  readonly fresh: readonly string[]
}

const FRESH: readonly string[] = [HEADERS.requestId, HEADERS.correlationId]

/** A scenario's request as a snippet sends it, in the name of an organisation. */
export const sendingOf = (row: CatalogueRow, sandbox: string, odsCode: string): Sending => {
  const request = exampleRequest(row, { odsCode })
  return {
    row,
    request,
    url: `${sandbox}${FHIR_PATH}${request.path}`,
    messageUrl: request.body && `${sandbox}/_sandbox/scenarios/${row.id}/message`,
    fixed: Object.entries(request.headers).filter(([name]) => !FRESH.includes(name)),
    fresh: FRESH,
  }
}
