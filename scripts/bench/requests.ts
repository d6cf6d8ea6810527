import type { Bundle } from 'fhir/r4'
import { FHIR_PATH } from '../../src/bars/paths.ts'
import { exampleRequest, type Variation } from '../../src/examples/request.ts'
import { scenarioOf } from '../../src/receiver/catalogue.ts'
import { withObservations } from './message.ts'

const MESSAGE_BYTES = 20 * 1024

/** What is asked of a Worker, as it goes over the wire. */
export interface Load {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a connection sends, in turn and over again; the connection is that organisation. */
export type Turn = (odsCode: string) => readonly Load[]

const load = (
  scenarioId: string,
  variation: Variation = {},
  grown = (message: Bundle) => message,
): Load => {
  const scenario = scenarioOf(scenarioId)
  if (scenario === undefined) throw new Error(`there is no scenario ${scenarioId}`)
  const { method, path, headers, body } = exampleRequest(scenario, variation)
  return {
    method,
    path: FHIR_PATH + path,
    headers,
    ...(body && { body: JSON.stringify(grown(body)) }),
  }
}

// Validation requests: a message of theirs may hold any number of Observations.
const validation = (scenarioId: string): Load =>
  load(scenarioId, {}, (message) => withObservations(message, MESSAGE_BYTES))

/** What a Worker is asked first, to time its start. */
export const FIRST_REQUEST: Load = load('capability-booking-and-referral-receiver')

const CONFLICT = validation('validation-conflict-409')
const ACCEPTED = validation('validation-accepted')

export const metadata: Turn = () => [FIRST_REQUEST]
export const conflict: Turn = () => [CONFLICT]
export const accepted: Turn = () => [ACCEPTED]
export const bookAndCancel: Turn = (odsCode) =>
  ['111-ed-book-initial', '111-ed-cancel-booking-appointment-booked'].map((cell) =>
    load(cell, { odsCode }),
  )
