import { it } from 'vitest'
import { list, member, text } from '../../../src/fhir/json.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

const EVERY = [
  'Slot:schedule',
  'Schedule:actor:HealthcareService',
  'Schedule:actor:Practitioner',
  'Schedule:actor:PractitionerRole',
  'HealthcareService:providedBy',
  'HealthcareService:location',
]
const EVERY_TYPE = [
  'HealthcareService',
  'Location',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Schedule',
]
const MINIMUM = EVERY.slice(0, 2)
const MINIMUM_TYPES = ['HealthcareService', 'Schedule']

const search = async (id: string, service: string, includes: string) => {
  const path = `/Slot?Schedule.actor:HealthcareService=${service}&status=free&start=ge2030-01-15T09:00:00Z&start=le2030-01-15T17:00:00Z&${includes}`
  const response = await createSandbox().request(toRequest(requestOf(id, { path })))
  const bundle = await response.json()
  const included = list(bundle, 'entry').filter(
    (entry) => text(member(entry, 'search'), 'mode') === 'include',
  )
  const [self] = list(bundle, 'link')
  return {
    types: included.map((entry) => text(member(entry, 'resource'), 'resourceType')).sort(),
    honoured: new URL(text(self, 'url') ?? '').searchParams.getAll('_include'),
  }
}

const every = { types: EVERY_TYPE, honoured: EVERY }

// biome-ignore format: a table reads by column
const ROWS = [
  ['every include for Slot:*', '_include=Slot:*', every],
  ['every include for Slot:*, escaped', '_include=Slot%3A%2A', every],
  ['every include for Slot:* beside others', '_include=Slot:schedule&_include=Slot:*', every],
  ['every include for Slot:* in a list', '_include=Slot:*,Slot:schedule', every],
  ['what is asked of what is included', '_include=Slot:schedule&_include:iterate=Schedule:actor:Practitioner', { types: ['HealthcareService', 'Practitioner', 'Schedule'], honoured: [...MINIMUM, 'Schedule:actor:Practitioner'] }],
  ['a chain of two', '_include:iterate=Schedule:actor:HealthcareService&_include:iterate=HealthcareService:location', { types: ['HealthcareService', 'Location', 'Schedule'], honoured: [...MINIMUM, 'HealthcareService:location'] }],
  ['an include once that is asked in both ways', '_include=HealthcareService:location&_include:iterate=HealthcareService:location', { types: ['HealthcareService', 'Location', 'Schedule'], honoured: [...MINIMUM, 'HealthcareService:location'] }],
  ['the least for another wildcard', '_include=Schedule:*&_include=*', { types: MINIMUM_TYPES, honoured: MINIMUM }],
  ['the least for another modifier', '_include:recurse=HealthcareService:location', { types: MINIMUM_TYPES, honoured: MINIMUM }],
] as const

for (const [title, includes, expected] of ROWS) {
  it(`includes ${title}, and says so in the link`, async ({ expect }) => {
    expect(await search('slot-free', '2000072489', includes)).toEqual(expected)
  })
}

it('includes the mandatory resources alone for Slot:* where a service has no others', async ({
  expect,
}) => {
  const found = await search('slot-mandatory', '1503499715', '_include=Slot:*')

  expect(found).toEqual({ types: MINIMUM_TYPES, honoured: MINIMUM })
})

it('lists the includes in the CapabilityStatement, Slot:* among them', async ({ expect }) => {
  const request = requestOf('capability-any-service')

  const response = await createSandbox().request(toRequest(request))

  const [server] = list(await response.json(), 'rest')
  const slot = list(server, 'resource').find((each) => text(each, 'type') === 'Slot')
  expect(member(slot, 'searchInclude')).toEqual([...EVERY, 'Slot:*'])
})
