import type { FhirResource, Reference } from 'fhir/r4'
import { SYSTEMS } from '../bars/code-systems.ts'
import { SERVICES, type ServiceId } from '../bars/services.ts'
import { slotResourceId } from '../bars/slot-ids.ts'
import type { Include } from '../bars/slot-search.ts'

type Included =
  | 'HealthcareService'
  | 'Practitioner'
  | 'PractitionerRole'
  | 'Organization'
  | 'Location'

/** What each include brings besides the Schedule. */
const BRINGS: Readonly<Partial<Record<Include, Included>>> = {
  'Schedule:actor:HealthcareService': 'HealthcareService',
  'Schedule:actor:Practitioner': 'Practitioner',
  'Schedule:actor:PractitionerRole': 'PractitionerRole',
  'HealthcareService:providedBy': 'Organization',
  'HealthcareService:location': 'Location',
}

const brought = (includes: readonly Include[]): readonly Included[] =>
  includes.map((include) => BRINGS[include]).filter((type) => type !== undefined)

const reference = (type: Included, service: ServiceId): Reference => ({
  reference: `${type}/${slotResourceId(type, service)}`,
})

/** The Schedule's actors among what is included, so that every reference resolves. */
export const actors = (service: ServiceId, includes: readonly Include[]): Reference[] =>
  includes
    .filter((include) => include.startsWith('Schedule:actor:'))
    .flatMap((include) => {
      const type = BRINGS[include]
      return type ? [reference(type, service)] : []
    })

/** The resources that a service's Schedule leads to, as far as they are included. */
export const included = (
  service: ServiceId,
  includes: readonly Include[],
  now: string,
): readonly FhirResource[] => {
  const types = brought(includes)
  const linked = (type: Included) => (types.includes(type) ? reference(type, service) : undefined)
  return types.map((type) => RESOURCES[type]({ service, now, linked }))
}

interface Context {
  readonly service: ServiceId
  readonly now: string
  readonly linked: (type: Included) => Reference | undefined
}

const heading = (type: Included, { service, now }: Context) => ({
  id: slotResourceId(type, service),
  meta: {
    lastUpdated: now,
    profile: [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`],
  },
})

const RESOURCES: Readonly<Record<Included, (context: Context) => FhirResource>> = {
  HealthcareService: (context) => {
    const [providedBy, location] = [context.linked('Organization'), context.linked('Location')]
    return {
      resourceType: 'HealthcareService',
      ...heading('HealthcareService', context),
      identifier: [{ system: SYSTEMS.dosService, value: context.service }],
      active: true,
      ...(providedBy && { providedBy }),
      ...(location && { location: [location] }),
      name: SERVICES[context.service],
    }
  },
  Practitioner: (context) => ({
    resourceType: 'Practitioner',
    ...heading('Practitioner', context),
    identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '555000000001' }],
    name: [{ use: 'official', family: 'Sandbox', given: ['Robin'], prefix: ['Dr'] }],
  }),
  PractitionerRole: (context) => {
    const [practitioner, organization] = [
      context.linked('Practitioner'),
      context.linked('Organization'),
    ]
    return {
      resourceType: 'PractitionerRole',
      ...heading('PractitionerRole', context),
      ...(practitioner && { practitioner }),
      ...(organization && { organization }),
      code: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/practitioner-role',
              code: 'doctor',
              display: 'Doctor',
            },
          ],
        },
      ],
    }
  },
  Organization: (context) => ({
    resourceType: 'Organization',
    ...heading('Organization', context),
    identifier: [{ system: SYSTEMS.odsCode, value: 'BARS1' }],
    name: 'BaRS Sandbox Trust',
  }),
  Location: (context) => ({
    resourceType: 'Location',
    ...heading('Location', context),
    status: 'active',
    name: `Site of ${SERVICES[context.service]}`,
    address: { line: ['1 Test Street'], city: 'Leeds', postalCode: 'LS1 4AP' },
    position: { longitude: -1.5491, latitude: 53.7974 },
  }),
}
