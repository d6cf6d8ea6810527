import { anInstant, aUuid } from './matchers.ts'

interface Found {
  readonly resourceType: string
  readonly id: string
}

interface Search {
  readonly base: string
  readonly self: string
  readonly matches: readonly Found[]
  readonly included: readonly Found[]
}

/** A searchset: each resource at its own URL, and only the matches counted. */
export const searchsetOf = ({ base, self, matches, included }: Search) => {
  const entry = (mode: string) => (resource: Found) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  })
  const entries = [...matches.map(entry('match')), ...included.map(entry('include'))]
  return {
    resourceType: 'Bundle',
    id: aUuid(),
    meta: {
      lastUpdated: anInstant(),
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Bundle'],
    },
    type: 'searchset',
    timestamp: anInstant(),
    total: matches.length,
    link: [{ relation: 'self', url: self }],
    ...(entries.length > 0 && { entry: entries }),
  }
}
