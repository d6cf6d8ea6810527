import { accepted, bookAndCancel, conflict, metadata, type Turn } from './requests.ts'
import type { WorkerName } from './workers.ts'

/** The subjects that do the least a Worker can, by name. */
type Reference = 'hello-world' | 'bare metadata' | 'bare echo' | 'bare Durable Object'

/** What a subject's req/s are divided by, and the least that is wanted of the ratio. */
export interface Comparison {
  readonly to: Reference
  readonly atLeast?: number
}

/** One line of the bench. */
export interface Subject {
  readonly name: string
  readonly worker: WorkerName
  readonly requests: Turn
  readonly expectedStatus: number
  readonly comparedTo?: readonly Comparison[]
  /** How many organisations it is loaded by at once, to see how evenly it serves them. */
  readonly crowd?: number
}

const ofHelloWorld = { to: 'hello-world', atLeast: 0.8 } as const
// What is left to the sandbox once its headers and body are paid for.
const ofMetadata = { to: 'bare metadata' } as const

/** The references get the very requests of what is compared to them, headers included. */
// biome-ignore format: a table reads by column
export const SUBJECTS: readonly Subject[] = [
  { name: 'hello-world',                      worker: 'hello-world', requests: metadata,      expectedStatus: 200 },
  { name: 'bare metadata',                    worker: 'metadata',    requests: metadata,      expectedStatus: 200, comparedTo: [{ to: 'hello-world' }] },
  { name: 'bare echo',                        worker: 'echo',        requests: accepted,      expectedStatus: 200 },
  { name: 'bare Durable Object',              worker: 'object',      requests: bookAndCancel, expectedStatus: 200, crowd: 50 },
  { name: 'GET metadata',                     worker: 'sandbox',     requests: metadata,      expectedStatus: 200, comparedTo: [ofHelloWorld, ofMetadata] },
  { name: '$process-message, 20 KB, 409',     worker: 'sandbox',     requests: conflict,      expectedStatus: 409, comparedTo: [{ to: 'bare echo', atLeast: 0.75 }] },
  { name: '$process-message, 20 KB, success', worker: 'sandbox',     requests: accepted,      expectedStatus: 200, comparedTo: [{ to: 'bare echo', atLeast: 0.6 }] },
  { name: '111-ED, book and cancel in turn',  worker: 'sandbox',     requests: bookAndCancel, expectedStatus: 200, comparedTo: [{ to: 'bare Durable Object', atLeast: 0.8 }], crowd: 50 },
]
