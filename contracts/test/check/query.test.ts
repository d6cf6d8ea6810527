import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'
import { expectFault, type Fault } from './fault.ts'

/** A request whose path is changed. */
const fault = (
  title: string,
  id: ScenarioId,
  change: (path: string) => string,
  violation: Fault['violation'],
): Fault => {
  const request = buildRequest(id)
  return { title, id, request: { ...request, path: change(request.path) }, violation }
}

const free = 'slot-free'
const withoutParameter = (pattern: RegExp) => (path: string) => path.replace(pattern, '')
const service = 'query parameter Schedule.actor:HealthcareService'
const bounds =
  'one lower bound (ge or gt) and one upper (le or lt), each a date, a time and its zone: start=ge2030-01-15T09:00:00+00:00&start=le2030-01-15T17:00:00+00:00'

const FAULTS: readonly Fault[] = [
  fault('a path in the wrong case', free, (path) => path.replace('/Slot', '/slots'), {
    where: 'path',
    expected: 'GET /Slot',
    received: '/slots',
    hint: 'paths are case-sensitive; it is /Slot',
  }),
  fault('an id that is no UUID', 'booking-get', () => '/Appointment/1234', {
    where: 'path » id',
    expected: 'a UUID',
    received: "'1234'",
  }),
  fault(
    'the id of another scenario',
    'booking-get',
    () => '/Appointment/0d440c22-7f25-4c6c-905d-2213d197d02a',
    {
      where: 'path » id',
      expected: 'ce1c4ced-2a84-4198-9982-9caf894d0bb7',
      received: '0d440c22-7f25-4c6c-905d-2213d197d02a',
      hint: 'sentinel that selects this scenario; this one selects booking-get-not-implemented-501',
    },
  ),
  fault('a missing service', 'slot-none', withoutParameter(/Schedule[^&]*&/), {
    where: service,
    expected: 'a DoS service id',
    received: 'absent',
  }),
  fault('a missing status', free, withoutParameter(/&status=free/), {
    where: 'query parameter status',
    expected: 'free, busy or free,busy',
    received: 'absent',
  }),
  fault('a missing bound', free, withoutParameter(/&start=le[^&]*/), {
    where: 'query parameter start',
    expected: bounds,
    received: "'ge2035-01-15T00:00:00+00:00'",
  }),
  fault('a bound without a zone', free, (path) => path.replaceAll('%2B00%3A00', ''), {
    where: 'query parameter start',
    expected: bounds,
    received: "'ge2035-01-15T00:00:00'",
  }),
  fault('a zone whose plus became a space', free, (path) => path.replaceAll('%2B', '%20'), {
    where: 'query parameter start',
    expected: "the '+' of a time zone as %2B",
    received: 'a space',
  }),
  fault('a missing minimum _include', free, withoutParameter(/&_include=Slot%3Aschedule/), {
    where: 'query parameter _include=Slot:schedule',
    expected: 'present',
    received: 'absent',
  }),
  fault('a parameter of no endpoint', free, (path) => `${path}&end=le2035-01-16T00:00:00Z`, {
    where: 'query parameter end',
    expected: 'one of Schedule.actor:HealthcareService, status, start, _include, _format',
    received: 'a parameter that the endpoint does not have',
  }),
  fault(
    'a status that selects another scenario',
    free,
    (path) => path.replace('=free', '=free,busy'),
    {
      where: 'query parameter status',
      expected: 'free',
      received: 'free,busy',
    },
  ),
  fault('a missing context', 'message-definition-not-found-404', withoutParameter(/\?.*/), {
    where: 'query parameter context',
    expected: 'https://fhir.nhs.uk/Id/dos-service-id|<service id>',
    received: 'absent',
  }),
  fault(
    'the context of another scenario',
    'message-definition-not-found-404',
    (path) => path.replace('FAIL0404', 'FAIL0401'),
    {
      where: 'query parameter context',
      expected: 'FAIL0404',
      received: 'FAIL0401',
      hint: 'sentinel that selects this scenario; this one selects message-definition-unauthorised-401',
    },
  ),
  fault(
    'an escape that does not decode',
    'capability-any-service',
    (path) => `${path}?_format=%E0%A4%A`,
    {
      where: 'query',
      expected: 'UTF-8 with percent-encoding',
      received: 'an escape that does not decode',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('finds a parameter that is misspelt, and that the right one is missing', ({ expect }) => {
  const request = buildRequest(free)
  const path = request.path.replace('Schedule.actor%3AHealthcareService', 'HealthcareService')

  const { violations } = checkRequest(free, { ...request, path })

  expect(violations.map(({ where, hint }) => [where, hint])).toEqual([
    ['query parameter HealthcareService', 'did you mean Schedule.actor:HealthcareService?'],
    [service, undefined],
  ])
})

it('finds another method', ({ expect }) => {
  expectFault(expect, {
    title: '',
    id: free,
    request: { ...buildRequest(free), method: 'POST' },
    violation: { where: 'method', expected: 'GET', received: 'POST' },
  })
})

it('reads a path with or without the base, and whole URLs', ({ expect }) => {
  const request = buildRequest(free)
  const bases = [
    '',
    '/booking-and-referral/FHIR/R4',
    '/s/my-space/booking-and-referral/FHIR/R4',
    'https://sandbox.test/booking-and-referral/FHIR/R4',
  ]

  const reports = bases.map((base) => checkRequest(free, { ...request, path: base + request.path }))

  expect(reports.map(({ text }) => text)).toEqual(
    bases.map(() => "no contract violation in scenario 'slot-free': GET /Slot"),
  )
})

it('only warns of a plus that is sent as it is', ({ expect }) => {
  const request = buildRequest(free)

  const report = checkRequest(free, { ...request, path: request.path.replaceAll('%2B', '+') })

  expect([report.ok, report.warnings.map(({ where }) => where)]).toEqual([
    true,
    ['query parameter start'],
  ])
})
