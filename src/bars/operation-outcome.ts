import type { OperationOutcome } from 'fhir/r4'
import { SYSTEMS } from './code-systems.ts'
import type { Diagnosis, Failure } from './failure.ts'

/** The OperationOutcome of a failure: one issue, its code in `details`. BaRS "Failure Scenarios". */
export const operationOutcome = ({
  code,
  issue,
  status,
  diagnosis,
}: Failure): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
  issue: [
    {
      severity: 'error',
      code: issue,
      details: {
        coding: [
          {
            system: SYSTEMS.errorCode,
            code,
            display: `${status} - ${code}`,
          },
        ],
      },
      ...(typeof diagnosis === 'string' ? { diagnostics: diagnosis } : told(diagnosis)),
    },
  ],
})

const told = ({ where, received, expected, mend, expression }: Diagnosis) => ({
  diagnostics: `${where}: received ${received}; expected ${expected}${mend ? ` (${mend})` : ''}.`,
  ...(expression && { expression: [expression] }),
})
