import { HEADERS } from '../../../src/bars/headers.ts'
import { isObject, list, member, text } from '../../../src/fhir/json.ts'
import { buildRequest } from '../build-request.ts'
import type { SequenceStep } from './sequences.ts'

/** What came of a step. */
export interface StepAnswer {
  readonly status: number
  /** The scenario that answered, where the Receiver says which. */
  readonly scenario?: string | null | undefined
}

/** Does a step as a Sender. */
export type SequenceClient = (step: SequenceStep) => Promise<StepAnswer>

/** A Sender of our own, which goes on with the Appointment that its booking got. */
export const conversation = (
  send: (request: Request) => Promise<Response>,
  fhirUrl: string,
  odsCode: string,
): SequenceClient => {
  const correlationId = crypto.randomUUID()
  let appointmentId: string | undefined
  return async ({ scenario, event }) => {
    const { method, path, headers, body } = buildRequest(scenario, {
      odsCode,
      ...(appointmentId !== undefined && event !== 'refer-mislinked' && { appointmentId }),
      headers: {
        [HEADERS.requestId]: crypto.randomUUID(),
        [HEADERS.correlationId]: correlationId,
      },
    })
    const response = await send(
      new Request(`${fhirUrl}${path}`, { method, headers, body: JSON.stringify(body) }),
    )
    const answer: unknown = await response.json().catch(() => undefined)
    if (event === 'book' && response.ok) appointmentId = appointmentIn(answer)
    return { status: response.status, scenario: response.headers.get(HEADERS.scenario) }
  }
}

const appointmentIn = (answer: unknown): string | undefined =>
  list(answer, 'entry')
    .map((entry) => member(entry, 'resource'))
    .filter((resource) => isObject(resource) && resource['resourceType'] === 'Appointment')
    .map((resource) => text(resource, 'id'))[0]
