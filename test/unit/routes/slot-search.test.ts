import { it } from 'vitest'
import { answerOf, type BadInput, type GoodInput, refused, sent } from '../../support/bad-input.ts'
import { createSandbox } from '../../support/sandbox.ts'
import { FROM, MALFORMED, MISSING, SERVICE, STATUS, says, search, TO } from './slot-query.ts'

const UNKNOWN = { status: 404, code: 'REC_NOT_FOUND', issue: 'not-found' } as const

const serviceSays = (received: string, mend?: string) =>
  says('Schedule.actor:HealthcareService', received, 'a DoS service id', mend)
const foreignSays = (received: string) =>
  says(
    'Schedule.actor:HealthcareService',
    received,
    'a DoS service id, alone or as https://fhir.nhs.uk/Id/dos-service-id|<service id>',
  )
const TWO = says(
  'Schedule.actor:HealthcareService',
  'two different services',
  'one: a DoS service id',
)
const statusSays = (received: string, mend?: string) =>
  says('status', received, 'free, busy or free,busy', mend)
// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'there are no parameters', request: search(), ...MISSING, diagnostics: serviceSays('nothing') },
  { title: 'the service is missing', request: search(STATUS, FROM, TO), ...MISSING, diagnostics: serviceSays('nothing') },
  { title: 'the service is empty', request: search('Schedule.actor:HealthcareService=', STATUS, FROM, TO), ...MISSING, diagnostics: serviceSays('nothing') },
  { title: 'the service is in a parameter of the older name', request: search('schedule.actor:HealthcareService=2000072489', STATUS, FROM, TO), ...MISSING, diagnostics: serviceSays('a parameter schedule.actor:HealthcareService', 'spell it Schedule.actor:HealthcareService') },
  { title: 'the service is one nobody knows', request: search('Schedule.actor:HealthcareService=1234567890', STATUS, FROM, TO), ...UNKNOWN },
  { title: 'the service is an NHS number', request: search('Schedule.actor:HealthcareService=9434765919', STATUS, FROM, TO), ...UNKNOWN },
  { title: 'the service is of another system', request: search('Schedule.actor:HealthcareService=https://fhir.nhs.uk/Id/nhs-number|2000072489', STATUS, FROM, TO), ...MALFORMED, diagnostics: foreignSays("'https://fhir.nhs.uk/Id/nhs-number|2000072489'") },
  { title: 'the second service is of another system', request: search(SERVICE, 'Schedule.actor:HealthcareService=https://fhir.nhs.uk/Id/nhs-number|2000072489', STATUS, FROM, TO), ...MALFORMED, diagnostics: foreignSays("'https://fhir.nhs.uk/Id/nhs-number|2000072489'") },
  { title: 'there are two services', request: search(SERVICE, 'Schedule.actor:HealthcareService=2000011147', STATUS, FROM, TO), ...MALFORMED, diagnostics: TWO },
  { title: 'there are two services in a list', request: search('Schedule.actor:HealthcareService=2000011147,2000072489', STATUS, FROM, TO), ...MALFORMED, diagnostics: TWO },
  { title: 'status is missing', request: search(SERVICE, FROM, TO), ...MISSING, diagnostics: statusSays('nothing') },
  { title: 'status is empty', request: search(SERVICE, 'status=', FROM, TO), ...MISSING, diagnostics: statusSays('nothing') },
  { title: 'status is a code of FHIR that BaRS does not search by', request: search(SERVICE, 'status=busy-tentative', FROM, TO), ...MALFORMED, diagnostics: statusSays("'busy-tentative'") },
  { title: 'status is of another system', request: search(SERVICE, 'status=http://hl7.org/fhir/appointmentstatus|free', FROM, TO), ...MALFORMED },
  { title: 'the second status is of another system', request: search(SERVICE, 'status=free,https://a.test|busy', FROM, TO), ...MALFORMED, diagnostics: statusSays("'https://a.(4 letters)|busy'") },
  { title: 'status is an NHS number', request: search(SERVICE, 'status=9434765919', FROM, TO), ...MALFORMED, diagnostics: statusSays("'(10 digits)'") },
  { title: 'status has a capital', request: search(SERVICE, 'status=Free', FROM, TO), ...MALFORMED, diagnostics: statusSays("'Free'", 'did you mean free?') },
  { title: 'one status of a list is unknown', request: search(SERVICE, 'status=free,open', FROM, TO), ...MALFORMED, diagnostics: statusSays("'(4 letters)'") },
  { title: 'the second status is unknown', request: search(SERVICE, STATUS, 'status=open', FROM, TO), ...MALFORMED, diagnostics: statusSays("'(4 letters)'") },
  { title: 'a value does not decode', request: search(SERVICE, STATUS, FROM, TO, '_include=%ZZ'), ...MALFORMED, diagnostics: 'the query: received an escape that does not decode; expected UTF-8 with percent-encoding.' },
  { title: 'a value is not UTF-8', request: search(SERVICE, 'status=%FF', FROM, TO), ...MALFORMED },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}

const FREE = { scenario: 'slot-free' } as const
const BUSY = { scenario: 'slot-free-and-busy' } as const

// biome-ignore format: a table reads by column
const ACCEPTED: readonly GoodInput[] = [
  { title: 'the upper bound first', request: search(TO, FROM, STATUS, SERVICE), ...FREE },
  { title: 'a service with its system', request: search('Schedule.actor:HealthcareService=https://fhir.nhs.uk/Id/dos-service-id|2000072489', STATUS, FROM, TO), ...FREE },
  { title: 'a service with its older system', request: search('Schedule.actor:HealthcareService=https://fhir.nhs.uk/CodeSystem/dos-id|2000072489', STATUS, FROM, TO), ...FREE },
  { title: 'one service twice', request: search(SERVICE, SERVICE, STATUS, FROM, TO), ...FREE },
  { title: 'a name with its colon escaped', request: search('Schedule.actor%3AHealthcareService=2000072489', STATUS, FROM, TO), ...FREE },
  { title: 'a status with its system', request: search(SERVICE, 'status=http://hl7.org/fhir/slotstatus|free', FROM, TO), ...FREE },
  { title: 'a list of statuses', request: search(SERVICE, 'status=free,busy', FROM, TO), ...BUSY },
  { title: 'a list of statuses escaped', request: search(SERVICE, 'status=busy%2Cfree', FROM, TO), ...BUSY },
  { title: 'status twice', request: search(SERVICE, 'status=free', 'status=busy', FROM, TO), ...BUSY },
  { title: 'includes it does not know', request: search(SERVICE, STATUS, FROM, TO, '_include=Slot:nothing', '_include='), ...FREE },
]

for (const { title, request, scenario } of ACCEPTED) {
  it(`accepts ${title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent({ request }))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe(scenario)
  })
}
