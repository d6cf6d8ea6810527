import { HEADERS } from '../../src/bars/headers.ts'
import { isUuid } from '../../src/bars/ids.ts'
import { PLACES, type PlaceRow } from '../../src/bars/occasions.ts'
import { isServiceId } from '../../src/bars/services.ts'
import { exampleRequest } from '../../src/examples/request.ts'
import { HELD_READS, mayHold } from '../../src/receiver/111-ed/held-reads.ts'
import { findScenario } from '../../src/scenarios/index.ts'
import type { Scenario } from '../../src/scenarios/scenario.ts'
import { checkOptions, type OptionKinds, odsCodeOf } from './arguments.ts'
import { rowOf } from './scenario.ts'
import type { ScenarioId } from './scenario-ids.ts'

/** A request to the FHIR API as plain data. */
export interface BuiltRequest {
  readonly method: 'GET' | 'POST'
  /** Relative to the FHIR base; holds the query. */
  readonly path: string
  /** Spelt as published. */
  readonly headers: Readonly<Record<string, string>>
  /** The message Bundle of a POST. */
  readonly body?: object
}

/** What a request is to have instead of what the scenario's example has. */
export interface RequestOverrides {
  /** Another value that chooses the scenario. */
  readonly sentinel?: string
  /** The ODS code in NHSD-End-User-Organisation. */
  readonly odsCode?: string
  /** The Appointment that a booking goes on with, or a referral is linked to. */
  readonly appointmentId?: string
  /** Headers to add or replace; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

const OVERRIDES: OptionKinds<RequestOverrides> = {
  sentinel: 'string',
  odsCode: 'any',
  appointmentId: 'string',
  headers: 'object',
}

/**
 * The request that chooses a scenario, with an X-Request-Id of its own: strict handling refuses a
 * message whose X-Request-Id was accepted before.
 * @throws RangeError when there is no such scenario, another sentinel does not choose it, or an ODS
 * code cannot be one.
 * @throws TypeError when it is given what is no override.
 */
export const buildRequest = (id: ScenarioId, overrides: RequestOverrides = {}): BuiltRequest => {
  checkOptions('buildRequest', overrides, OVERRIDES)
  const { sentinel, odsCode, appointmentId, headers = {} } = overrides
  const row = rowOf(id)
  const request = exampleRequest(row, {
    ...(sentinel !== undefined && { planted: sentinelOf(row, sentinel) }),
    ...(odsCode !== undefined && { odsCode: odsCodeOf(odsCode) }),
    ...(appointmentId !== undefined && { appointmentId }),
  })
  const fresh = { ...request.headers, [HEADERS.requestId]: crypto.randomUUID() }
  return { ...request, headers: withHeaders(fresh, headers) }
}

const withHeaders = (
  given: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => {
  const changed = new Map(
    Object.entries(changes).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const kept = Object.entries(given).filter(([name]) => !changed.has(name.toLowerCase()))
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries([...kept, ...added])
}

/**
 * The sentinel that a text is, for a scenario.
 * @throws RangeError that says which there are, when it chooses another scenario or none.
 */
const sentinelOf = (row: Scenario, text: string): string => {
  if (row.sentinel.values.includes(text) || chooses(row, text)) return text
  throw new RangeError(`'${text}' does not choose ${row.id}: ${possible(row)}.`)
}

/** The form of each kind of sentinel. */
const FORMS: Readonly<Record<PlaceRow['holds'], (text: string) => boolean>> = {
  'nhs-number': (text) => /^\d{10}$/.test(text),
  service: isServiceId,
  uuid: isUuid,
}

/** Whether a value that the table does not name chooses a scenario. */
const chooses = (row: Scenario, text: string): boolean => {
  if (!FORMS[PLACES[row.sentinel.in].holds](text)) return false
  // A Sender may have booked under an id of its own (ruling 5).
  if (HELD_READS.some((each) => each === row))
    return row.on.includes('Appointment') && mayHold('Appointment', text)
  return row.sentinel.others === true && row.on.some((on) => findScenario(on, [text]) === row)
}

const possible = ({ sentinel: { in: place, values, others } }: Scenario): string => {
  const named = [...values, ...(others ? ['any other that no other scenario has'] : [])]
  return named.length === 0 ? `nothing is planted in ${place}` : `${place} is ${named.join(' or ')}`
}

/** A request as fetch takes it, to the Receiver at a FHIR base. */
export const requestTo = (
  fhirUrl: string,
  { method, path, headers, body }: BuiltRequest,
): Request =>
  new Request(`${fhirUrl}${path}`, {
    method,
    headers: { ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
