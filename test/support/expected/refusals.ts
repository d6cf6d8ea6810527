import { expect } from 'vitest'

type Refusal = readonly [status: number, code: string, issue: string]

/**
 * The scenarios that refuse, by id: the status that the published table names, the code and
 * issue.code of the guide's failure tables. What the Sender's developer is told is ours to word.
 */
// biome-ignore format: a table reads by column
export const REFUSALS: Readonly<Record<string, Refusal>> = {
  'message-definition-unauthorised-401':    [401, 'REC_UNAUTHORIZED',         'security'],
  'message-definition-not-found-404':       [404, 'REC_NOT_FOUND',            'not-found'],
  'slot-timeout-408':                       [408, 'REC_TIMEOUT',              'timeout'],
  'booking-not-found-404':                  [404, 'REC_NOT_FOUND',            'not-found'],
  'booking-conflict-409':                   [409, 'REC_CONFLICT',             'conflict'],
  'booking-unprocessable-422':              [422, 'REC_UNPROCESSABLE_ENTITY', 'processing'],
  'booking-get-not-implemented-501':        [501, 'REC_NOT_IMPLEMENTED',      'not-supported'],
  'referral-bad-request-400':               [400, 'REC_BAD_REQUEST',          'invariant'],
  'referral-server-error-500':              [500, 'REC_SERVER_ERROR',         'exception'],
  'referral-get-method-not-allowed-405':    [405, 'REC_METHOD_NOT_ALLOWED',   'not-supported'],
  'referral-get-too-many-requests-429':     [429, 'REC_TOO_MANY_REQUESTS',    'throttled'],
  'referral-get-unavailable-503':           [503, 'REC_UNAVAILABLE',          'transient'],
  'validation-not-found-404':               [404, 'REC_NOT_FOUND',            'not-found'],
  'validation-conflict-409':                [409, 'REC_CONFLICT',             'conflict'],
  'validation-unprocessable-422':           [422, 'REC_UNPROCESSABLE_ENTITY', 'processing'],
  'validation-unauthorised-401':            [401, 'REC_UNAUTHORIZED',         'security'],
  'validation-get-timeout-408':             [408, 'REC_TIMEOUT',              'timeout'],
  'validation-get-not-implemented-501':     [501, 'REC_NOT_IMPLEMENTED',      'not-supported'],
  'safeguarding-response-unauthorised-401': [401, 'REC_UNAUTHORIZED',         'security'],
  'validation-response-unauthorised-401':   [401, 'REC_UNAUTHORIZED',         'security'],
  'test-target-400':                        [400, 'REC_BAD_REQUEST',          'invalid'],
  'test-target-invariant-400':              [400, 'REC_BAD_REQUEST',          'invariant'],
  'test-target-not-supported-400':          [400, 'REC_BAD_REQUEST',          'not-supported'],
  'test-target-401':                        [401, 'REC_UNAUTHORIZED',         'security'],
  'test-target-403':                        [403, 'REC_FORBIDDEN',            'forbidden'],
  'test-target-404':                        [404, 'REC_NOT_FOUND',            'not-found'],
  'test-target-405':                        [405, 'REC_METHOD_NOT_ALLOWED',   'not-supported'],
  'test-target-406':                        [406, 'SEND_NOT_ACCEPTABLE',      'processing'],
  'test-target-408':                        [408, 'REC_TIMEOUT',              'timeout'],
  'test-target-409':                        [409, 'REC_CONFLICT',             'duplicate'],
  'test-target-422':                        [422, 'REC_UNPROCESSABLE_ENTITY', 'processing'],
  'test-target-429':                        [429, 'REC_TOO_MANY_REQUESTS',    'throttled'],
  'test-target-500':                        [500, 'REC_SERVER_ERROR',         'exception'],
  'test-target-no-store-500':               [500, 'REC_SERVER_ERROR',         'no-store'],
  'test-target-501':                        [501, 'REC_NOT_IMPLEMENTED',      'not-supported'],
  'test-target-503':                        [503, 'REC_SERVICE_UNAVAILABLE',  'transient'],
  'test-target-504':                        [408, 'REC_TIMEOUT',              'timeout'],
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
