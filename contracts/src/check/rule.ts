import type { CheckedRequest } from './checked-request.ts'

/** What a rule finds wrong. */
export interface Finding {
  readonly where: string
  readonly expected: string
  readonly received: string
  readonly hint?: string
}

/** A rule for requests: a clause of the guide, and what in a request goes against it. */
export interface Rule {
  readonly source: string
  /** A Receiver may accept what goes against it. */
  readonly isWarning?: true
  readonly find: (request: CheckedRequest) => readonly Finding[]
}
