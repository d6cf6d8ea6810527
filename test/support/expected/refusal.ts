import { expect } from 'vitest'

/** The OperationOutcome of a refusal, with those words in it. */
export const refusal = (status: number, code: string, issue: string, words: RegExp) => ({
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
      diagnostics: expect.stringMatching(words),
    },
  ],
})
