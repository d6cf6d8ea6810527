import { type Failure, fail } from '../bars/failure.ts'
import { refuses } from './replies.ts'
import { OCCASIONS, type Scenario } from './scenario.ts'
import { target } from './sentinels.ts'
import { SOURCES } from './sources.ts'

/** The official Sandbox's test target that answers as any service does. */
export const TEST_TARGET = 'NHS0001'

const why = 'The test target asks for this answer.'

const FAILURES: readonly Failure[] = [
  fail('REC_BAD_REQUEST', 'invariant', why),
  fail('REC_UNAUTHORIZED', 'security', why),
  fail('REC_FORBIDDEN', 'forbidden', why),
  fail('REC_NOT_FOUND', 'not-found', why),
  fail('REC_METHOD_NOT_ALLOWED', 'not-supported', why, 'OPTIONS'),
  fail('SEND_NOT_ACCEPTABLE', 'processing', why),
  fail('REC_TIMEOUT', 'timeout', why),
  fail('REC_CONFLICT', 'conflict', why),
  fail('REC_UNPROCESSABLE_ENTITY', 'processing', why),
  fail('REC_TOO_MANY_REQUESTS', 'throttled', why),
  fail('REC_SERVER_ERROR', 'exception', why),
  fail('REC_NOT_IMPLEMENTED', 'not-supported', why),
  fail('REC_UNAVAILABLE', 'transient', why),
]

/** One row a status: `NHS0001-409` answers 409 to whatever is asked of it. */
export const testTargetScenarios: readonly Scenario[] = FAILURES.map((failure) => ({
  id: `test-target-${failure.status}`,
  suite: 'Test target',
  title: `Any request to a target that answers ${failure.status}`,
  applications: ['BaRS Core'],
  on: OCCASIONS,
  sentinel: target(`${TEST_TARGET}-${failure.status}`),
  reply: refuses(failure),
  source: SOURCES.sandbox,
}))
