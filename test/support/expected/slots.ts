import type { Asked } from './answer.ts'
import { type FoundType, headingOf, idOf, searchsetOf, slotIdOf } from './searchset.ts'

/** The day and the hours that examples search. */
const DAY = '2035-01-15'
const FROM = '09:00:00'
const TO = '13:00:00'

/** The Slots of those hours. */
// biome-ignore format: a table reads by column
const SLOTS: readonly (readonly [start: string, end: string, status: string])[] = [
  ['09:15', '09:30', 'free'],
  ['10:00', '10:15', 'free'],
  ['10:15', '10:30', 'free'],
  ['10:45', '11:00', 'busy'],
  ['11:00', '11:15', 'free'],
  ['11:45', '12:00', 'free'],
  ['12:30', '12:45', 'free'],
]

const EVERY_INCLUDE = [
  'Slot:schedule',
  'Schedule:actor:HealthcareService',
  'Schedule:actor:Practitioner',
  'Schedule:actor:PractitionerRole',
  'HealthcareService:providedBy',
  'HealthcareService:location',
]

interface Diary {
  readonly statuses: readonly string[]
  readonly includes: readonly string[]
}

/** Which Slots a service has, and which includes it honours, where it is not all. */
const DIARIES: Readonly<Record<string, Diary>> = {
  '2000073917': { statuses: [], includes: EVERY_INCLUDE },
  '1503499715': {
    statuses: ['free', 'busy'],
    includes: ['Slot:schedule', 'Schedule:actor:HealthcareService'],
  },
  '2000071234': { statuses: ['busy'], includes: EVERY_INCLUDE },
}
const FULL: Diary = { statuses: ['free', 'busy'], includes: EVERY_INCLUDE }

/** The searchset of a service's Slots on the morning of the examples, asked with every `_include`. */
export const expectedSlots = ({ occasion, planted = '', base }: Asked) => {
  const { statuses, includes } = DIARIES[planted] ?? FULL
  const asked = occasion === 'Slot' ? ['free'] : ['free', 'busy']
  const matches = SLOTS.filter(
    ([, , status]) => asked.includes(status) && statuses.includes(status),
  ).map(([start, end, status]) => slot(planted, start, end, status))
  return searchsetOf({
    base,
    self: `${base}/Slot?${selfQuery(planted, asked, includes)}`,
    matches,
    included:
      matches.length === 0
        ? []
        : [scheduleWith(includes, planted), ...includedWith(includes, planted)],
  })
}

const selfQuery = (service: string, asked: readonly string[], includes: readonly string[]) =>
  [
    `Schedule.actor%3AHealthcareService=${service}`,
    `status=${asked.join('%2C')}`,
    `start=${encodeURIComponent(`ge${DAY}T${FROM}+00:00`)}`,
    `start=${encodeURIComponent(`le${DAY}T${TO}+00:00`)}`,
    ...includes.map((each) => `_include=${encodeURIComponent(each)}`),
  ].join('&')

const slot = (service: string, start: string, end: string, status: string) => ({
  resourceType: 'Slot',
  ...headingOf('Slot', slotIdOf(service, `${DAY}T${start}`)),
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
  appointmentType: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0276',
        code: 'EMERGENCY',
        display: 'Emergency appointment',
      },
    ],
  },
  schedule: { reference: `Schedule/${idOf('Schedule', service)}` },
  status,
  start: `${DAY}T${start}:00.0000000+00:00`,
  end: `${DAY}T${end}:00.0000000+00:00`,
})

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
const scheduleWith = (includes: readonly string[], service: string) => ({
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
const includedWith = (includes: readonly string[], service: string) => {
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
