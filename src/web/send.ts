import type { Organization, Resource } from 'fhir/r4'
import { SYSTEMS } from '../bars/code-systems.ts'
import { HEADERS } from '../bars/headers.ts'
import type { OdsCode } from '../bars/organisation.ts'
import { type ExampleRequest, exampleRequest, type Variation } from '../examples/request.ts'
import { SENDER_ODS_CODE } from '../examples/resources.ts'
import { identifierValues } from '../fhir/coding.ts'
import type { State } from '../receiver/111-ed/states.ts'
import type { CatalogueRow } from '../receiver/catalogue.ts'
import type { Answered } from './answer.tsx'
import { reportOf } from './report.tsx'
import { fhirBase, type Visit } from './visit.ts'

/** The example request of a row, from an organisation and with a Bundle that was never sent before. */
export const requestFrom = (
  { deps }: Visit,
  row: CatalogueRow,
  { odsCode, ...variation }: Variation & { readonly odsCode: OdsCode },
): ExampleRequest => {
  const request = exampleRequest(row, { odsCode, ...variation })
  const { body } = request
  if (body === undefined) return request
  const entry = body.entry?.map((each) =>
    isSender(each.resource)
      ? { ...each, resource: { ...each.resource, identifier: [odsIdentifier(odsCode)] } }
      : each,
  )
  return { ...request, body: { ...body, id: deps.newId(), ...(entry && { entry }) } }
}

const isSender = (resource: Resource | undefined): resource is Organization =>
  identifierValues(resource, 'identifier', SYSTEMS.odsCode).includes(SENDER_ODS_CODE)

const odsIdentifier = (value: OdsCode) => ({ system: SYSTEMS.odsCode, value })

/** A scenario's request as its page sends it. */
interface Outgoing {
  readonly odsCode: OdsCode
  readonly request: ExampleRequest
  /** As it was edited; undefined for a read. */
  readonly message: string | undefined
  /** What the organisation is put through first. */
  readonly states: readonly State[]
}

/** Sends a request as any client would, and reads the report on it. */
export const send = async (visit: Visit, outgoing: Outgoing): Promise<Answered> => {
  const { ask, deps, place } = visit
  const { odsCode, request, message, states } = outgoing
  for (const state of states) {
    await ask(
      new Request(`${place.sandbox}/_sandbox/organisations/${odsCode}/state`, {
        method: 'PUT',
        body: JSON.stringify({ state }),
      }),
    )
  }
  const answer = await ask(
    new Request(`${fhirBase(place)}${request.path}`, {
      method: request.method,
      headers: {
        ...request.headers,
        [HEADERS.requestId]: deps.newId(),
        [HEADERS.correlationId]: deps.newId(),
      },
      ...(message !== undefined && { body: message }),
    }),
  )
  const id = answer.headers.get(HEADERS.report)?.split('/').at(-1)
  return {
    status: answer.status,
    headers: [...answer.headers],
    body: await answer.text(),
    sent: message,
    report: id === undefined ? undefined : await reportOf(visit, id),
  }
}
