import { HEADERS } from '../../bars/headers.ts'
import { CLAUSES } from '../clauses.ts'
import { type Finding, findingOf, type Rule } from '../rule.ts'

const AGAIN: Rule = {
  id: 'http/x-request-id.again',
  severity: 'error',
  source: CLAUSES.integrity,
}

const BUNDLE_AGAIN: Rule = {
  id: 'message/id.again',
  severity: 'warning',
  source: CLAUSES.integrity,
}

/** The rules of messages that come twice: only who keeps what came can tell (ruling 22). */
export const REPEAT_RULES: readonly Rule[] = [AGAIN, BUNDLE_AGAIN]

/** What is found of a message of which something came before. */
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
