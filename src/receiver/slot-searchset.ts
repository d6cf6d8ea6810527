import type { Bundle, FhirResource, Reference, Schedule, Slot } from 'fhir/r4'
import { SYSTEMS } from '../bars/code-systems.ts'
import { slotResourceId } from '../bars/ids.ts'
import { LIMITS } from '../bars/limits.ts'
import { SERVICES, type ServiceId } from '../bars/services.ts'
import {
  INCLUDES,
  type Include,
  MINIMUM_INCLUDES,
  type SlotSearch,
  type SlotStatus,
  type TimeRange,
} from '../bars/slot-search.ts'
import { instant } from '../fhir/time.ts'
import type { Diary } from '../scenarios/scenario.ts'
import { type DiarySlot, slotsOf } from './diary.ts'
import { type Search, searchset } from './searchset.ts'

/** Which Slots, and which includes, a diary has. */
interface Contents {
  readonly statuses: readonly SlotStatus[]
  readonly includes: readonly Include[]
}

const DIARIES: Readonly<Record<Diary, Contents>> = {
  full: { statuses: ['free', 'busy'], includes: INCLUDES },
  none: { statuses: [], includes: INCLUDES },
  mandatory: { statuses: ['free', 'busy'], includes: MINIMUM_INCLUDES },
  busy: { statuses: ['busy'], includes: INCLUDES },
}

/** The answer to a search for Slots; `self` makes the link from the includes honoured. */
export const slotSearchset = (
  diary: Diary,
  asked: SlotSearch & { readonly service: ServiceId; readonly range: TimeRange },
  context: Omit<Search, 'self' | 'now'> & {
    readonly now: number
    readonly self: (includes: readonly string[]) => string
  },
): Bundle => {
  const contents = DIARIES[diary]
  const includes = contents.includes.filter((include) => asked.includes.includes(include))
  const now = instant(context.now)
  const found = slotsOf(asked.service, asked.range, context.now)
    .filter(({ status }) => contents.statuses.includes(status) && asked.statuses.includes(status))
    .slice(0, LIMITS.slots)
    .map((each) => slot(each, asked.service, now))
  return searchset(
    { ...context, now, self: context.self(includes) },
    found,
    found.length === 0
      ? []
      : [schedule(asked.service, includes, now), ...included(asked.service, includes, now)],
  )
}

const EMERGENCY_DEPARTMENT = [
  {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/service-category',
        code: '14',
        display: 'Emergency Department',
      },
    ],
  },
]

const slot = ({ id, status, start, end }: DiarySlot, service: ServiceId, now: string): Slot => ({
  resourceType: 'Slot',
  id,
  meta: { lastUpdated: now, profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Slot'] },
  serviceCategory: EMERGENCY_DEPARTMENT,
  appointmentType: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0276',
        code: 'EMERGENCY',
        display: 'Emergency appointment',
      },
    ],
  },
  schedule: { reference: `Schedule/${slotResourceId('Schedule', service)}` },
  status,
  start: instant(start),
  end: instant(end),
})

const schedule = (service: ServiceId, includes: readonly Include[], now: string): Schedule => ({
  resourceType: 'Schedule',
  id: slotResourceId('Schedule', service),
  meta: {
    lastUpdated: now,
    profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Schedule'],
  },
  active: true,
  serviceCategory: EMERGENCY_DEPARTMENT,
  actor: actors(service, includes),
})

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
const actors = (service: ServiceId, includes: readonly Include[]): Reference[] =>
  includes
    .filter((include) => include.startsWith('Schedule:actor:'))
    .flatMap((include) => {
      const type = BRINGS[include]
      return type ? [reference(type, service)] : []
    })

/** The resources that a service's Schedule leads to, as far as they are included. */
const included = (
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
