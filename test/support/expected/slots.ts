import { expect } from 'vitest'
import { EXAMPLE_DAY } from '../../../src/examples/example.ts'
import type { Asked } from './answer.ts'
import { anInstant, aText, aUuid } from './matchers.ts'

/** The Slots of the morning that examples search. */
const SLOTS: readonly (readonly [start: string, end: string, status: string])[] = [
  ['09:15', '09:30', 'free'],
  ['10:00', '10:15', 'free'],
  ['10:15', '10:30', 'free'],
  ['10:45', '11:00', 'busy'],
  ['11:00', '11:15', 'free'],
  ['11:45', '12:00', 'free'],
  ['12:30', '12:45', 'free'],
]

const INCLUDES = [
  'Slot:schedule',
  'Schedule:actor:HealthcareService',
  'Schedule:actor:Practitioner',
  'Schedule:actor:PractitionerRole',
  'HealthcareService:providedBy',
  'HealthcareService:location',
]
const INCLUDED = [
  'Schedule',
  'HealthcareService',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
]

/** Which statuses a service has, of those asked for, and how many of the includes it honours. */
const DIARIES: Readonly<Record<string, { readonly statuses: string; readonly includes: number }>> =
  {
    'slot-free': { statuses: 'free', includes: 6 },
    'slot-free-and-busy': { statuses: 'free busy', includes: 6 },
    'slot-none': { statuses: '', includes: 6 },
    'slot-mandatory': { statuses: 'free busy', includes: 2 },
    'slot-busy': { statuses: 'busy', includes: 6 },
  }

const at = (time: string) => `${EXAMPLE_DAY}T${time}:00.0000000+00:00`

/** The searchset of a service's Slots on the morning of the examples, asked with every `_include`. */
export const expectedSlots = ({ scenario, occasion, planted = '', base }: Asked) => {
  const { statuses, includes } = DIARIES[scenario.id] ?? { statuses: '', includes: 0 }
  const asked = occasion === 'Slot' ? ['free'] : ['free', 'busy']
  const slots = SLOTS.filter(
    ([, , status]) => asked.includes(status) && statuses.includes(status),
  ).map(([start, end, status]) => slot(at(start), at(end), status, base))
  const included = slots.length === 0 ? [] : INCLUDED.slice(0, includes)
  return {
    resourceType: 'Bundle',
    id: aUuid(),
    meta: {
      lastUpdated: anInstant(),
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Bundle'],
    },
    type: 'searchset',
    timestamp: anInstant(),
    total: slots.length,
    link: [{ relation: 'self', url: selfLink(planted, asked, INCLUDES.slice(0, includes), base) }],
    ...(slots.length > 0 && {
      entry: [...slots, ...included.map((type) => include(type, base))],
    }),
  }
}

const selfLink = (
  service: string,
  statuses: readonly string[],
  includes: readonly string[],
  base: string,
) => {
  const query = [
    `Schedule.actor%3AHealthcareService=${service}`,
    `status=${statuses.join('%2C')}`,
    `start=ge${EXAMPLE_DAY}T09%3A00%3A00%2B00%3A00`,
    `start=le${EXAMPLE_DAY}T13%3A00%3A00%2B00%3A00`,
    ...includes.map((each) => `_include=${encodeURIComponent(each)}`),
  ]
  return `${base}/Slot?${query.join('&')}`
}

const slot = (start: string, end: string, status: string, base: string) => ({
  fullUrl: expect.stringContaining(`${base}/Slot/`),
  search: { mode: 'match' },
  resource: {
    resourceType: 'Slot',
    id: aUuid(),
    meta: {
      lastUpdated: anInstant(),
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Slot'],
    },
    serviceCategory: [{ coding: [expect.objectContaining({ code: '14' })] }],
    appointmentType: { coding: [expect.objectContaining({ code: 'EMERGENCY' })] },
    schedule: { reference: expect.stringMatching(/^Schedule\/[0-9a-f-]{36}$/) },
    status,
    start,
    end,
  },
})

const include = (resourceType: string, base: string) => ({
  fullUrl: expect.stringContaining(`${base}/${resourceType}/`),
  search: { mode: 'include' },
  resource: expect.objectContaining({
    resourceType,
    id: aUuid(),
    meta: expect.objectContaining({ profile: [aText()] }),
  }),
})
