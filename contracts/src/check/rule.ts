import type { Diagnosis } from '../../../src/bars/failure.ts'
import type { CheckedRequest } from './checked-request.ts'

/** What a rule finds wrong. */
export type Finding = Omit<Diagnosis, 'expression'>

/** A rule for requests: a clause of the guide, and what in a request goes against it. */
export interface Rule {
  readonly source: string
  /** A Receiver may accept what goes against it. */
  readonly isWarning?: true
  readonly find: (request: CheckedRequest) => readonly Finding[]
}
