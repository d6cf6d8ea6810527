import type { OperationOutcome } from 'fhir/r4'
import { SYSTEMS } from './code-systems.ts'
import type { Failure } from './failure.ts'

/** The OperationOutcome of a failure: one issue, its code in `details`. BaRS "Failure Scenarios". */
export const operationOutcome = (failure: Failure): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
  issue: [
    {
      severity: 'error',
      code: failure.issue,
      details: {
        coding: [
          {
            system: SYSTEMS.errorCode,
            code: failure.code,
            display: `${failure.status} - ${failure.code}`,
          },
        ],
      },
      diagnostics: failure.diagnostics,
      ...(failure.expression && { expression: [failure.expression] }),
    },
  ],
})
