import type { OdsCode } from '../../bars/organisation.ts'
import type { State } from '../../scenarios/scenario.ts'
import type { Act } from './act.ts'
import type { Applied, Standing, Transition } from './standing.ts'

/** What is kept of an organisation: how it stands, and how it came to that since the last reset. */
export interface OrganisationRecord {
  readonly standing: Standing
  /** Oldest first; of a very busy day, the newest `LIMITS.transitions`. */
  readonly history: readonly Transition[]
}

/** An organisation's 111-ED conversation. Times are in milliseconds; requests are taken one by one. */
export interface Organisation {
  readonly apply: (act: Act, now: number) => Promise<Applied>
  readonly record: (now: number) => Promise<OrganisationRecord>
  readonly put: (state: State, now: number) => Promise<void>
  readonly reset: (now: number) => Promise<void>
}

/** Finds the organisation of an ODS code in a space. */
export type Organisations = (space: string, odsCode: OdsCode) => Organisation
