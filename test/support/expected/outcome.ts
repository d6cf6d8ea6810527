import type { Asked } from './answer.ts'

/** issue.code by error code, as the guide's failure tables have them. */
const ISSUES: Readonly<Record<string, string>> = {
  REC_BAD_REQUEST: 'invariant',
  REC_UNAUTHORIZED: 'security',
  REC_FORBIDDEN: 'forbidden',
  REC_NOT_FOUND: 'not-found',
  REC_METHOD_NOT_ALLOWED: 'not-supported',
  SEND_NOT_ACCEPTABLE: 'processing',
  REC_TIMEOUT: 'timeout',
  PROXY_TIMEOUT: 'timeout',
  REC_CONFLICT: 'conflict',
  REC_UNPROCESSABLE_ENTITY: 'processing',
  REC_TOO_MANY_REQUESTS: 'throttled',
  REC_SERVER_ERROR: 'exception',
  REC_NOT_IMPLEMENTED: 'not-supported',
  REC_UNAVAILABLE: 'transient',
}

/** Error code by the status that ends the scenario's id. */
const CODES: Readonly<Record<string, string>> = {
  400: 'REC_BAD_REQUEST',
  401: 'REC_UNAUTHORIZED',
  403: 'REC_FORBIDDEN',
  404: 'REC_NOT_FOUND',
  405: 'REC_METHOD_NOT_ALLOWED',
  406: 'SEND_NOT_ACCEPTABLE',
  408: 'REC_TIMEOUT',
  409: 'REC_CONFLICT',
  422: 'REC_UNPROCESSABLE_ENTITY',
  429: 'REC_TOO_MANY_REQUESTS',
  500: 'REC_SERVER_ERROR',
  501: 'REC_NOT_IMPLEMENTED',
  503: 'REC_UNAVAILABLE',
  504: 'PROXY_TIMEOUT',
}

/** The OperationOutcome of a scenario that refuses, from the status in its id. */
export const expectedOutcome = ({ scenario }: Asked) => {
  const status = scenario.id.split('-').at(-1) ?? ''
  const code = CODES[status] ?? ''
  return {
    resourceType: 'OperationOutcome',
    meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
    issue: [
      {
        severity: 'error',
        code: scenario.id === 'test-target-no-store-500' ? 'no-store' : ISSUES[code],
        details: {
          coding: [
            {
              system: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
              code,
              display: `${status} - ${code}`,
            },
          ],
        },
        diagnostics: scenario.reply.kind === 'fail' ? scenario.reply.failure.diagnostics : '',
      },
    ],
  }
}
