import { HEADERS } from '../../bars/headers.ts'
import { CLAUSES } from '../clauses.ts'
import { type Finding, findingOf, type Rule } from '../rule.ts'

const AGAIN: Rule = {
  id: 'http/x-request-id.again',
  severity: 'error',
  source: CLAUSES.integrity,
  expected: 'an id that no other message has',
}

const BUNDLE_AGAIN: Rule = {
  id: 'message/id.again',
  severity: 'warning',
  source: CLAUSES.integrity,
  expected: 'an id of its own for a new message',
}

/** The service offers the message for that use case (ruling 39). */
export const OFFERED: Rule = {
  id: 'message/use-case.offered',
  severity: 'error',
  source: CLAUSES.negotiation,
  expected: 'a use case that the service offers the message for',
}

/** A value that is nearly a sentinel (ruling 43). */
export const NEARLY_SENTINEL: Rule = {
  id: 'message/sentinel',
  severity: 'information',
  source: CLAUSES.scenarios,
  expected: 'the value of a scenario, or nothing like it',
}

/** The rules that go beyond a request: what came before it, and what the sandbox's own tables have. */
export const BEYOND_RULES: readonly Rule[] = [AGAIN, BUNDLE_AGAIN, OFFERED, NEARLY_SENTINEL]

/** What is found of a message of which something came before (ruling 22). */
export function repeated(came: {
  readonly request: boolean
  readonly bundle: boolean
}): readonly Finding[] {
  return [
    ...(came.request ? [findingOf(AGAIN, REQUEST_FAULT)] : []),
    ...(came.bundle ? [findingOf(BUNDLE_AGAIN, BUNDLE_FAULT)] : []),
  ]
}

const REQUEST_FAULT = {
  where: `header ${HEADERS.requestId}`,
  received: 'the id of a message that was accepted today',
  expected: 'an id that no other message has',
  mend: 'make a new UUID for each message that is sent',
}

const BUNDLE_FAULT = {
  where: 'Bundle.id',
  received: 'the id of a Bundle that was accepted today',
  expected: 'an id of its own for a new message',
  mend: 'make a new UUID for each new Bundle; what follows on it keeps its id',
}
