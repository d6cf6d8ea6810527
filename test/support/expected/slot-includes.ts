import { type FoundType, headingOf, idOf } from './found.ts'

/** The names of the services whose Slots the scenarios search. */
const NAMES: Readonly<Record<string, string>> = {
  '2000072489': 'BaRS test service 1: a catch-all for every workflow',
  '1503499715': 'BaRS test service 3: mandatory Slot content only',
  '2000071234': 'BaRS test service 11: busy Slots only',
  '2000159910': 'BaRS test service 14: ambulance CAD referrals',
}

/** The type that each include brings, in the order they are answered; `Slot:schedule` apart. */
// biome-ignore format: a table reads by column
const BROUGHT: readonly (readonly [include: string, type: Exclude<FoundType, 'Schedule'>])[] = [
  ['Schedule:actor:HealthcareService', 'HealthcareService'],
  ['Schedule:actor:Practitioner',      'Practitioner'],
  ['Schedule:actor:PractitionerRole',  'PractitionerRole'],
  ['HealthcareService:providedBy',     'Organization'],
  ['HealthcareService:location',       'Location'],
]

/** The Schedule that a service's Slots are of; its actors are what is included. */
export const scheduleWith = (includes: readonly string[], service: string) => ({
  resourceType: 'Schedule',
  ...headingOf('Schedule', idOf('Schedule', service)),
  active: true,
  serviceCategory: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/service-category',
          code: '14',
          display: 'Emergency Department',
        },
      ],
    },
  ],
  actor: BROUGHT.filter(
    ([include]) => include.startsWith('Schedule:actor:') && includes.includes(include),
  ).map(([, type]) => reference(type, service)),
})

/** What the Schedule leads to, as far as it is included. */
export const includedWith = (includes: readonly string[], service: string) => {
  const types = BROUGHT.filter(([include]) => includes.includes(include)).map(([, type]) => type)
  const isWhole = types.length === BROUGHT.length
  return types.map((type) => ({
    resourceType: type,
    ...headingOf(type, idOf(type, service)),
    ...RESOURCES[type](service),
    // Whoever includes less gets no reference to what is left out.
    ...(isWhole && LINKS[type]?.(service)),
  }))
}

const reference = (type: FoundType, service: string) => ({
  reference: `${type}/${idOf(type, service)}`,
})

const LINKS: Readonly<Partial<Record<FoundType, (service: string) => object>>> = {
  HealthcareService: (service) => ({
    providedBy: reference('Organization', service),
    location: [reference('Location', service)],
  }),
  PractitionerRole: (service) => ({
    practitioner: reference('Practitioner', service),
    organization: reference('Organization', service),
  }),
}

const DOCTOR = {
  system: 'http://terminology.hl7.org/CodeSystem/practitioner-role',
  code: 'doctor',
  display: 'Doctor',
}

const RESOURCES = {
  HealthcareService: (service: string) => ({
    identifier: [{ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: service }],
    active: true,
    name: NAMES[service],
  }),
  Practitioner: () => ({
    identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '555000000001' }],
    name: [{ use: 'official', family: 'Sandbox', given: ['Robin'], prefix: ['Dr'] }],
  }),
  PractitionerRole: () => ({ code: [{ coding: [DOCTOR] }] }),
  Organization: () => ({
    identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'BARS1' }],
    name: 'BaRS Sandbox Trust',
  }),
  Location: (service: string) => ({
    status: 'active',
    name: `Site of ${NAMES[service]}`,
    address: { line: ['1 Test Street'], city: 'Leeds', postalCode: 'LS1 4AP' },
    position: { longitude: -1.5491, latitude: 53.7974 },
  }),
} as const
