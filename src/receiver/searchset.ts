import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4'

/** What a searchset says of the search it answers. */
export interface Search {
  /** The FHIR base URL, under which each resource found has its own. */
  readonly base: string
  /** The search as it was understood (FHIR R4 §3.1.1.1.12). */
  readonly self: string
  readonly id: string
  /** FHIR instant. */
  readonly now: string
}

/** A searchset: `total` counts the matches, never what is included with them (FHIR R4 §3.1.1.3). */
export const searchset = (
  { base, self, id, now }: Search,
  matches: readonly FhirResource[],
  included: readonly FhirResource[],
): Bundle => {
  const entry = (resource: FhirResource, mode: 'match' | 'include'): BundleEntry => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  })
  const entries = [
    ...matches.map((resource) => entry(resource, 'match')),
    ...included.map((resource) => entry(resource, 'include')),
  ]
  return {
    resourceType: 'Bundle',
    id,
    meta: {
      lastUpdated: now,
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Bundle'],
    },
    type: 'searchset',
    timestamp: now,
    total: matches.length,
    link: [{ relation: 'self', url: self }],
    // FHIR R4 §2.6.2: a list is never empty.
    ...(entries.length > 0 && { entry: entries }),
  }
}
