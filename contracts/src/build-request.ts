import { exampleRequest } from '../../src/examples/request.ts'
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
  /** One of the scenario's other sentinel values. */
  readonly sentinel?: string
  /** The ODS code in NHSD-End-User-Organisation. */
  readonly odsCode?: string
  /** The Appointment that a booking goes on with, or a referral is linked to. */
  readonly appointmentId?: string
  /** Headers to add or replace; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/**
 * The request that chooses a scenario.
 * @throws RangeError when there is no such scenario.
 */
export const buildRequest = (id: ScenarioId, overrides: RequestOverrides = {}): BuiltRequest => {
  const { sentinel, odsCode, appointmentId, headers = {} } = overrides
  const request = exampleRequest(rowOf(id), {
    ...(sentinel !== undefined && { planted: sentinel }),
    ...(odsCode !== undefined && { odsCode }),
    ...(appointmentId !== undefined && { appointmentId }),
  })
  return { ...request, headers: merged(request.headers, headers) }
}

const merged = (
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
