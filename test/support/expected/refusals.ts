import { expect } from 'vitest'

type Refusal = readonly [status: number, code: string, issue: string, diagnostics: string]

const TEST_TARGET = 'The test target asks for this answer.'
const NO_RESPONSES = 'The original Sender takes no responses from this organisation.'

/**
 * The scenarios that refuse, by id: the status that the published table names, the code and
 * issue.code of the guide's failure tables, and what the Sender's developer is told.
 */
// biome-ignore format: a table reads by column
export const REFUSALS: Readonly<Record<string, Refusal>> = {
  'message-definition-unauthorised-401':    [401, 'REC_UNAUTHORIZED',         'security',      'The Receiver does not let this organisation read its MessageDefinitions.'],
  'message-definition-not-found-404':       [404, 'REC_NOT_FOUND',            'not-found',     'The Receiver has no MessageDefinitions for the service in the parameter context.'],
  'slot-timeout-408':                       [408, 'REC_TIMEOUT',              'timeout',       'The Receiver did not answer the Slot search in time.'],
  'booking-not-found-404':                  [404, 'REC_NOT_FOUND',            'not-found',     'The Receiver does not have what the booking is for.'],
  'booking-conflict-409':                   [409, 'REC_CONFLICT',             'conflict',      'The Slot is no longer free. Search again and book another.'],
  'booking-unprocessable-422':              [422, 'REC_UNPROCESSABLE_ENTITY', 'processing',    'The booking is well formed and the Receiver cannot process it.'],
  'booking-get-not-implemented-501':        [501, 'REC_NOT_IMPLEMENTED',      'not-supported', 'The Receiver does not offer reading an Appointment.'],
  'referral-bad-request-400':               [400, 'REC_BAD_REQUEST',          'invariant',     'The Receiver found the referral malformed.'],
  'referral-server-error-500':              [500, 'REC_SERVER_ERROR',         'exception',     'The Receiver failed while it took the referral.'],
  'referral-get-method-not-allowed-405':    [405, 'REC_METHOD_NOT_ALLOWED',   'not-supported', 'The Receiver does not allow GET of this ServiceRequest.'],
  'referral-get-too-many-requests-429':     [429, 'REC_TOO_MANY_REQUESTS',    'throttled',     'The Receiver has had too many requests from this Sender. Wait, then try again.'],
  'referral-get-unavailable-503':           [503, 'REC_UNAVAILABLE',          'transient',     'The Receiver is unavailable for now. Try again later.'],
  'validation-not-found-404':               [404, 'REC_NOT_FOUND',            'not-found',     'The Receiver does not have what the validation request is for.'],
  'validation-conflict-409':                [409, 'REC_CONFLICT',             'conflict',      'The validation request conflicts with one that the Receiver already holds.'],
  'validation-unprocessable-422':           [422, 'REC_UNPROCESSABLE_ENTITY', 'processing',    'The validation request is well formed and the Receiver cannot process it.'],
  'validation-unauthorised-401':            [401, 'REC_UNAUTHORIZED',         'security',      'The Receiver takes no validation requests from this organisation.'],
  'validation-get-timeout-408':             [408, 'REC_TIMEOUT',              'timeout',       'The Receiver did not answer the read in time.'],
  'validation-get-not-implemented-501':     [501, 'REC_NOT_IMPLEMENTED',      'not-supported', 'The Receiver does not offer reading this ServiceRequest.'],
  'safeguarding-response-unauthorised-401': [401, 'REC_UNAUTHORIZED',         'security',      NO_RESPONSES],
  'validation-response-unauthorised-401':   [401, 'REC_UNAUTHORIZED',         'security',      NO_RESPONSES],
  'test-target-400':                        [400, 'REC_BAD_REQUEST',          'invalid',       TEST_TARGET],
  'test-target-invariant-400':              [400, 'REC_BAD_REQUEST',          'invariant',     TEST_TARGET],
  'test-target-not-supported-400':          [400, 'REC_BAD_REQUEST',          'not-supported', TEST_TARGET],
  'test-target-401':                        [401, 'REC_UNAUTHORIZED',         'security',      TEST_TARGET],
  'test-target-403':                        [403, 'REC_FORBIDDEN',            'forbidden',     TEST_TARGET],
  'test-target-404':                        [404, 'REC_NOT_FOUND',            'not-found',     TEST_TARGET],
  'test-target-405':                        [405, 'REC_METHOD_NOT_ALLOWED',   'not-supported', TEST_TARGET],
  'test-target-406':                        [406, 'SEND_NOT_ACCEPTABLE',      'processing',    TEST_TARGET],
  'test-target-408':                        [408, 'REC_TIMEOUT',              'timeout',       TEST_TARGET],
  'test-target-409':                        [409, 'REC_CONFLICT',             'duplicate',     TEST_TARGET],
  'test-target-422':                        [422, 'REC_UNPROCESSABLE_ENTITY', 'processing',    TEST_TARGET],
  'test-target-429':                        [429, 'REC_TOO_MANY_REQUESTS',    'throttled',     TEST_TARGET],
  'test-target-500':                        [500, 'REC_SERVER_ERROR',         'exception',     TEST_TARGET],
  'test-target-no-store-500':               [500, 'REC_SERVER_ERROR',         'no-store',      TEST_TARGET],
  'test-target-501':                        [501, 'REC_NOT_IMPLEMENTED',      'not-supported', TEST_TARGET],
  'test-target-503':                        [503, 'REC_SERVICE_UNAVAILABLE',  'transient',     TEST_TARGET],
  'test-target-504':                        [408, 'REC_TIMEOUT',              'timeout',       TEST_TARGET],
}

/** The OperationOutcome of a refusal: of that whole text, or with those words in it. */
export const refusal = (status: number, code: string, issue: string, words: string | RegExp) => ({
  resourceType: 'OperationOutcome',
  meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
  issue: [
    {
      severity: 'error',
      code: issue,
      details: {
        coding: [
          {
            system: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
            code,
            display: `${status} - ${code}`,
          },
        ],
      },
      diagnostics: typeof words === 'string' ? words : expect.stringMatching(words),
    },
  ],
})
