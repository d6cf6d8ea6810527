import type { Diagnosis, Failure } from '../bars/failure.ts'
import { LIMITS } from '../bars/limits.ts'
import type { Dues } from './due.ts'
import type { SentMessage } from './message.ts'
import type { SentRequest } from './request.ts'

/** `error`: the guide's MUST and R4; `warning`: its SHOULD, and what only the real simulator asks. */
export type Severity = 'error' | 'warning' | 'information'

/** What is asked of a request. */
export interface Rule {
  /** Public and permanent, by layer and place: `payload/Consent.dateTime`. */
  readonly id: string
  readonly severity: Severity
  /** The clause that asks for it. */
  readonly source: string
  /** The requirement of the real simulator that asks for it too, as its reports name it. */
  readonly tag?: string
  /** In which messages it asks for something; in all, if left out. */
  readonly due?: Dues
  /** What is to be there, where that is the same wherever it is broken. */
  readonly expected?: string
}

/** A place in a request that goes against a rule. */
export interface Fault extends Diagnosis {
  /** Set where less depends on it than the rule says. */
  readonly severity?: Severity
  /** Set where the real simulator asks for a part of what the rule does. */
  readonly tag?: string
}

/** A rule that a request goes against, and where. */
export interface Finding extends Diagnosis, Pick<Rule, 'severity' | 'source' | 'tag'> {
  /** The id of the rule. */
  readonly rule: string
}

/** One or more rules that are looked at together, and what of a request goes against them. */
export interface Check {
  readonly rules: readonly Rule[]
  readonly find: (request: SentRequest) => readonly Finding[]
}

/** Nothing found: the same list each time, so that what is right costs nothing. */
export const NOTHING: never[] = []

/** A finding against a rule. */
export function findingOf(
  { id, severity: usual, source, tag: its }: Rule,
  { severity = usual, tag = its, ...diagnosis }: Fault,
): Finding {
  return { rule: id, severity, source, ...(tag && { tag }), ...diagnosis }
}

/** What a Receiver would refuse a request for, as a fault. */
export function faultOf({ diagnosis }: Failure, where?: string): Fault {
  if (typeof diagnosis === 'string') {
    return { where: where ?? 'the request', expected: diagnosis, received: 'something else' }
  }
  const { received, expected, mend } = diagnosis
  return {
    where: where ?? diagnosis.where,
    expected,
    received: received === 'nothing' ? 'absent' : received,
    ...(mend && { mend }),
  }
}

/** A check of the whole request. */
export function ofRequest(rule: Rule, find: (request: SentRequest) => readonly Fault[]): Check {
  return {
    rules: [rule],
    find: (request) => {
      const faults = find(request)
      return faults.length === 0
        ? NOTHING
        : faults.slice(0, LIMITS.sought).map((fault) => findingOf(rule, fault))
    },
  }
}

/** A check of the message, where there is one. */
export function ofMessage(rule: Rule, find: (message: SentMessage) => readonly Fault[]): Check {
  return ofRequest(rule, ({ message }) => (message === undefined ? NOTHING : find(message)))
}
