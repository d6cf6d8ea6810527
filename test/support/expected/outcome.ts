import { REFUSALS } from './refusals.ts'

/** The OperationOutcome of a scenario that refuses. */
export const expectedOutcome = (scenario: string) => {
  const refusal = REFUSALS[scenario]
  if (refusal === undefined) throw new Error(`no refusal of ${scenario} is expected`)
  const [status, code, issue, diagnostics] = refusal
  return {
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
        diagnostics,
      },
    ],
  }
}
