import { type ExampleRequest, exampleRequest } from '../../src/examples/request.ts'
import { scenarioOf } from '../../src/receiver/catalogue.ts'
import { FHIR_PATH } from '../../src/routes/context.ts'
import { withObservations } from './message.ts'
import type { WorkerName } from './workers.ts'

const MESSAGE_BYTES = 20 * 1024

/** What is asked of a Worker, as it goes over the wire. */
export interface Load {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The subjects that do the least a Worker can, by name: all are compared to them. */
export const REFERENCES = ['hello-world', 'bare echo'] as const

export type Reference = (typeof REFERENCES)[number]

/** One line of the bench. */
export interface Subject {
  readonly name: string
  readonly worker: WorkerName
  readonly request: Load
  readonly expectedStatus: number
  readonly comparedTo?: Reference
  /** The least ratio of its req/s to that of the reference. */
  readonly target?: number
}

const load = (scenarioId: string): Load => {
  const scenario = scenarioOf(scenarioId)
  if (scenario === undefined) throw new Error(`there is no scenario ${scenarioId}`)
  const { method, path, headers, body }: ExampleRequest = exampleRequest(scenario)
  return {
    method,
    path: FHIR_PATH + path,
    headers,
    ...(body && { body: JSON.stringify(withObservations(body, MESSAGE_BYTES)) }),
  }
}

const metadata = load('capability-booking-and-referral-receiver')
// Validation requests: a message of theirs may hold any number of Observations.
const conflict = load('validation-conflict-409')
const accepted = load('validation-accepted')

/** The references get the very requests of what is compared to them, headers included. */
// biome-ignore format: a table reads by column
export const SUBJECTS: readonly Subject[] = [
  { name: 'hello-world',                      worker: 'hello-world', request: metadata, expectedStatus: 200 },
  { name: 'bare echo',                        worker: 'echo',        request: accepted, expectedStatus: 200 },
  { name: 'GET metadata',                     worker: 'sandbox',     request: metadata, expectedStatus: 200, comparedTo: 'hello-world', target: 0.8 },
  { name: '$process-message, 20 KB, 409',     worker: 'sandbox',     request: conflict, expectedStatus: 409, comparedTo: 'bare echo',   target: 0.75 },
  { name: '$process-message, 20 KB, success', worker: 'sandbox',     request: accepted, expectedStatus: 200, comparedTo: 'bare echo',   target: 0.6 },
]

/** What a Worker is asked first, to time its start. */
export const FIRST_REQUEST: Load = metadata
