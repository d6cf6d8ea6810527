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

/** How the ids of what GET /Slot answers start: those of the real simulator, but for Organization. */
const STARTS = {
  Schedule: '7e8c4baa-b7a7-4a7c-bb8c',
  HealthcareService: '5088769a-491e-463f-a167',
  Practitioner: 'cad5a61c-3797-4f26-8921',
  PractitionerRole: '6bea99e7-b97f-4ee1-980d',
  Location: 'd23eac9a-12e7-46c5-8781',
  Organization: '3b8f7c52-6d41-4e0a-9f25',
} as const

export type FoundType = keyof typeof STARTS

const MINUTE_MS = 60 * 1000

/** The id of a service's resource of that type: the service id ends it. */
export const idOf = (type: FoundType, service: string): string => `${STARTS[type]}-00${service}`

/** The id of a service's Slot that starts then, UTC: minutes since 1970, and which service. */
export const slotIdOf = (service: string, start: string): string => {
  const minutes = Date.parse(`${start}Z`) / MINUTE_MS
  return `da83ae28-46f0-4aad-9c54-0${minutes.toString(16)}${service.slice(6)}`
}

/** What every resource found begins with. */
export const headingOf = (type: string, id: string) => ({
  id,
  meta: {
    lastUpdated: anInstant(),
    profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`],
  },
})
