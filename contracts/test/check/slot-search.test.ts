import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { expectFault, type Fault, inPath } from './fault.ts'

const free = 'slot-free'
const withoutParameter = (pattern: RegExp) => (path: string) => path.replace(pattern, '')
const service = 'query parameter Schedule.actor:HealthcareService'
const bounds =
  'one lower bound (ge or gt) and one upper (le or lt), each a date, a time and its zone: start=ge2030-01-15T09:00:00+00:00&start=le2030-01-15T17:00:00+00:00'

const FAULTS: readonly Fault[] = [
  inPath('a missing service', 'slot-none', withoutParameter(/Schedule[^&]*&/), {
    rule: 'query/Slot.Schedule.actor:HealthcareService',
    where: service,
    expected: 'a DoS service id',
    received: 'absent',
  }),
  inPath('a missing status', free, withoutParameter(/&status=free/), {
    rule: 'query/Slot.status',
    where: 'query parameter status',
    expected: 'free, busy or free,busy',
    received: 'absent',
  }),
  inPath('a missing bound', free, withoutParameter(/&start=le[^&]*/), {
    rule: 'query/Slot.start',
    where: 'query parameter start',
    expected: bounds,
    received: "'ge2035-01-15T09:00:00+00:00'",
  }),
  inPath('a bound without a zone', free, (path) => path.replaceAll('%2B00%3A00', ''), {
    rule: 'query/Slot.start',
    where: 'query parameter start',
    expected: bounds,
    received: "a time without a zone after 'ge'",
  }),
  inPath('a zone whose plus became a space', free, (path) => path.replaceAll('%2B', '%20'), {
    rule: 'query/Slot.start.space',
    where: 'query parameter start',
    expected: "the '+' of a time zone as %2B",
    received: 'a space',
  }),
  inPath('a missing minimum _include', free, withoutParameter(/&_include=Slot%3Aschedule/), {
    rule: 'query/Slot._include',
    where: 'query parameter _include=Slot:schedule',
    expected: 'present',
    received: 'absent',
  }),
  inPath('a zone of hours alone', free, (path) => path.replaceAll('%2B00%3A00', '%2B00'), {
    rule: 'query/Slot.start.zone',
    where: 'query parameter start',
    expected: 'a zone of hours and minutes',
    received: 'one of hours alone',
  }),
  inPath('a second bound that is named end', free, (path) => path.replace('start=le', 'end=le'), {
    rule: 'query/known-parameters',
    where: 'query parameter end',
    expected:
      'one of Schedule.actor:HealthcareService, status, start, _include, _include:iterate, _format',
    received: 'a parameter that the endpoint does not have',
    mend: 'name both bounds start',
  }),
  inPath('a parameter of no endpoint', free, (path) => `${path}&until=le2035-01-16T00:00:00Z`, {
    rule: 'query/known-parameters',
    where: 'query parameter of another kind',
    expected:
      'one of Schedule.actor:HealthcareService, status, start, _include, _include:iterate, _format',
    received: 'a parameter that the endpoint does not have',
  }),
  inPath(
    'a status that selects another scenario',
    free,
    (path) => path.replace('=free', '=free,busy'),
    {
      rule: 'scenario/occasion',
      where: 'query parameter status',
      expected: 'free',
      received: 'free,busy',
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

  expect(violations.map(({ where, mend }) => [where, mend])).toEqual([
    ['query parameter HealthcareService', 'did you mean Schedule.actor:HealthcareService?'],
    [service, 'spell it Schedule.actor:HealthcareService'],
  ])
})

it('takes the includes that every search needs in each way the Receiver does', ({ expect }) => {
  const request = buildRequest(free)
  const search = request.path.replace(/&_include=[^&]*/g, '')
  const asked = [
    '_include=Slot:*',
    '_include=Slot%3A*',
    '_include=Slot:schedule,Schedule:actor:HealthcareService',
    '_include=Slot:schedule&_include:iterate=Schedule:actor:HealthcareService',
    '_include=Slot%3Aschedule&_include%3Aiterate=Schedule%3Aactor%3AHealthcareService',
  ]

  const reports = asked.map((each) => checkRequest(free, { ...request, path: `${search}&${each}` }))

  expect(reports.map(({ text }) => text)).toEqual(
    asked.map(() => "no contract violation in scenario 'slot-free': GET /Slot"),
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
