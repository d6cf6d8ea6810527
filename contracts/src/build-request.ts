import { exampleRequest } from '../../src/examples/request.ts'
import { odsCodeOf } from './arguments.ts'
import { rowOf } from './scenario.ts'
import type { ScenarioId } from './scenario-ids.ts'
import { sentinelOf } from './sentinel.ts'

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

/**
 * The request that chooses a scenario.
 * @throws RangeError when there is no such scenario, another sentinel does not choose it, or an ODS
 * code cannot be one.
 */
export const buildRequest = (id: ScenarioId, overrides: RequestOverrides = {}): BuiltRequest => {
  const { sentinel, odsCode, appointmentId, headers = {} } = overrides
  const row = rowOf(id)
  const request = exampleRequest(row, {
    ...(sentinel !== undefined && { planted: sentinelOf(row, sentinel) }),
    ...(odsCode !== undefined && { odsCode: odsCodeOf(odsCode) }),
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
