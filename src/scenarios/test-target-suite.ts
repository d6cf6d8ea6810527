import { type Failure, fail } from '../bars/failure.ts'
import { ALL_OCCASIONS } from '../bars/occasions.ts'
import { refuses, SOURCES, suite } from './scenario.ts'
import { target } from './sentinels.ts'

/** The official Sandbox's test target that answers as any service does. */
export const TEST_TARGET = 'NHS0001'

const why = 'The test target asks for this answer.'

/** What is asked of targets whose values end so, whatever else is asked. */
const answers = (failure: Failure, ...endings: readonly string[]) => ({
  title: `Any request to a target that answers ${failure.status}`,
  applications: ['BaRS Core'] as const,
  on: ALL_OCCASIONS,
  sentinel: target(...endings.map((ending) => `${TEST_TARGET}-${ending}`)),
  reply: refuses(failure),
  source: SOURCES.sandbox,
})

/** `NHS0001-409` answers 409 to whatever is asked of it, however wrong (ruling 18). */
export const testTargetScenarios = suite('Test target', {
  'test-target-400': answers(fail('REC_BAD_REQUEST', 'invalid', why), '400'),
  'test-target-invariant-400': answers(fail('REC_BAD_REQUEST', 'invariant', why), '400-1'),
  'test-target-not-supported-400': answers(fail('REC_BAD_REQUEST', 'not-supported', why), '400-2'),
  'test-target-401': answers(fail('REC_UNAUTHORIZED', 'security', why), '401'),
  'test-target-403': answers(fail('REC_FORBIDDEN', 'forbidden', why), '403'),
  'test-target-404': answers(fail('REC_NOT_FOUND', 'not-found', why), '404'),
  'test-target-405': answers(
    fail('REC_METHOD_NOT_ALLOWED', 'not-supported', why, { Allow: 'OPTIONS' }),
    '405',
  ),
  'test-target-406': answers(fail('SEND_NOT_ACCEPTABLE', 'processing', why), '406'),
  'test-target-408': answers(fail('REC_TIMEOUT', 'timeout', why), '408'),
  'test-target-409': answers(fail('REC_CONFLICT', 'duplicate', why), '409'),
  'test-target-422': answers(fail('REC_UNPROCESSABLE_ENTITY', 'processing', why), '422'),
  'test-target-429': answers(fail('REC_TOO_MANY_REQUESTS', 'throttled', why), '429'),
  'test-target-500': answers(fail('REC_SERVER_ERROR', 'exception', why), '500', '500-1'),
  'test-target-no-store-500': answers(fail('REC_SERVER_ERROR', 'no-store', why), '500-2'),
  'test-target-501': answers(fail('REC_NOT_IMPLEMENTED', 'not-supported', why), '501'),
  'test-target-503': answers(fail('REC_SERVICE_UNAVAILABLE', 'transient', why), '503'),
  // What the proxy makes of a gateway that waits in vain.
  'test-target-504': answers(fail('REC_TIMEOUT', 'timeout', why), '504'),
})
