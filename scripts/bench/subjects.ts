import type { Bundle, BundleEntry, Observation } from 'fhir/r4'
import { FHIR_PATH } from '../../src/bars/paths.ts'
import { referenceTo, SENT_AT, SLOT_START } from '../../src/examples/example.ts'
import { exampleRequest, type Variation } from '../../src/examples/request.ts'
import { scenarioOf } from '../../src/receiver/catalogue.ts'
import type { WorkerName } from './workerd.ts'

/** What is asked of a Worker, as it goes over the wire. */
export interface Load {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a connection sends, in turn and over again; the connection is that organisation. */
export type Turn = (odsCode: string) => readonly Load[]

/** What subjects are compared to, by name: those that do the least a Worker can, and a GET without a report. */
type Reference = 'bare metadata' | 'bare echo' | 'bare Durable Object' | 'GET metadata'

/** One line of the bench. */
export interface Subject {
  readonly name: string
  readonly worker: WorkerName
  readonly requests: Turn
  readonly expectedStatus: number
  /** What its req/s are divided by, and the least that is wanted of the ratio. */
  readonly comparedTo?: { readonly to: Reference; readonly atLeast: number }
  /** How many organisations it is loaded by at once, to see how evenly it serves them. */
  readonly crowd?: number
}

const FINDINGS: readonly (readonly [code: string, display: string, said: string])[] = [
  [
    '249366005',
    'Bleeding from nose',
    'Began an hour ago and does not stop when the nose is pinched.',
  ],
  ['25064002', 'Headache', 'Dull, at the forehead, since this morning; eased by paracetamol.'],
  ['404640003', 'Dizziness', 'Light-headed on standing up, twice today; did not fall or faint.'],
  ['386661006', 'Fever', 'Does not feel hot to the touch; no temperature was taken at home.'],
  ['267036007', 'Dyspnoea', 'Speaks in whole sentences and is not short of breath at rest.'],
  ['29857009', 'Chest pain', 'None, neither now nor in the last twelve hours; no palpitations.'],
]

/**
 * The message with as many Observations of a triage as bring it close to that many bytes of JSON.
 * They break no rule.
 */
const withObservations = (message: Bundle, bytes: number): Bundle => {
  const entry = [...(message.entry ?? [])]
  let room = bytes - bytesOf(message)
  for (let index = 0; room > 0; index += 1) {
    const next = observation(index)
    const size = bytesOf(next) + 1
    if (room > size / 2) entry.push(next)
    room -= size
  }
  return { ...message, entry }
}

const bytesOf = (value: object): number => Buffer.byteLength(JSON.stringify(value))

const observation = (index: number): BundleEntry<Observation> => {
  const [code, display, said] = FINDINGS[index % FINDINGS.length] ?? ['', '', '']
  return {
    fullUrl: `urn:uuid:0ba25005-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    resource: {
      resourceType: 'Observation',
      meta: {
        lastUpdated: SENT_AT,
        profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation'],
      },
      status: 'final',
      code: { coding: [{ system: 'http://snomed.info/sct', code, display }], text: display },
      subject: referenceTo('Patient'),
      encounter: referenceTo('Encounter'),
      effectiveDateTime: SLOT_START,
      valueString: said,
    },
  }
}

const loadOf = (
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

/** A clean message of about that size: of a validation request, which may hold any number of Observations. */
export const messageOf = (kilobytes: number, scenarioId = 'validation-accepted'): Load =>
  loadOf(scenarioId, {}, (message) => withObservations(message, kilobytes * 1024))

/** What a Worker is asked first, to time its start. */
export const METADATA: Load = loadOf('capability-booking-and-referral-receiver')

/** The stateful patient's booking, and its cancel. */
export const bookAndCancel: Turn = (odsCode) =>
  ['111-ed-book-initial', '111-ed-cancel-booking-appointment-booked'].map((cell) =>
    loadOf(cell, { odsCode }),
  )

const CONFLICT = messageOf(20, 'validation-conflict-409')
const ACCEPTED = messageOf(20)

const metadata: Turn = () => [METADATA]
const conflict: Turn = () => [CONFLICT]
const accepted: Turn = () => [ACCEPTED]

/** The references get the very requests of what is compared to them, headers included. */
// biome-ignore format: a table reads by column
export const SUBJECTS: readonly Subject[] = [
  { name: 'bare metadata',                    worker: 'metadata', requests: metadata,      expectedStatus: 200 },
  { name: 'bare echo',                        worker: 'echo',     requests: accepted,      expectedStatus: 200 },
  { name: 'bare Durable Object',              worker: 'object',   requests: bookAndCancel, expectedStatus: 200, crowd: 50 },
  { name: 'GET metadata',                     worker: 'unreported', requests: metadata,    expectedStatus: 200, comparedTo: { to: 'bare metadata', atLeast: 0.9 } },
  { name: '$process-message, 20 KB, 409',     worker: 'unreported', requests: conflict,    expectedStatus: 409, comparedTo: { to: 'bare echo', atLeast: 0.72 } },
  { name: '$process-message, 20 KB, success', worker: 'unreported', requests: accepted,    expectedStatus: 200, comparedTo: { to: 'bare echo', atLeast: 0.6 } },
  { name: '111-ED, book and cancel in turn',  worker: 'unreported', requests: bookAndCancel, expectedStatus: 200, comparedTo: { to: 'bare Durable Object', atLeast: 0.85 }, crowd: 50 },
  { name: 'GET metadata, reported',           worker: 'reported',   requests: metadata,    expectedStatus: 200, comparedTo: { to: 'GET metadata', atLeast: 0.75 } },
  { name: '$process-message, 20 KB, reported', worker: 'reported',  requests: accepted,    expectedStatus: 200, comparedTo: { to: 'bare echo', atLeast: 0.3 } },
  { name: '$process-message, 20 KB, its report in an object', worker: 'sandbox', requests: accepted, expectedStatus: 200, comparedTo: { to: 'bare echo', atLeast: 0.3 } },
]
