import { it } from 'vitest'
import { expectFault, type Fault, inHeader } from '../../../support/fault.ts'
import { exampleOf, judged } from '../../../support/judged.ts'

const organisation = 'NHSD-End-User-Organisation'
const uuid = { rule: 'http/x-request-id', expected: 'a UUID' }

const FAULTS: readonly Fault[] = [
  inHeader('a missing X-Request-Id', ['X-Request-Id', undefined], { ...uuid, received: 'absent' }),
  inHeader(
    'an X-Correlation-Id with a prefix',
    ['X-Correlation-Id', 'urn:uuid:0ba25003-0000-4000-8000-000000000001'],
    {
      ...uuid,
      rule: 'http/x-correlation-id',
      received: "'urn:uuid:0ba25003-0000-4000-8000-000000000001'",
      mend: 'the 36 characters alone, nothing around them',
    },
  ),
  inHeader('an X-Request-Id that an editor was to fill in', ['X-Request-Id', '{{$guid}}'], {
    ...uuid,
    received: 'a variable that was not filled in, {{…}}',
    mend: 'fill the variable in before the request is sent',
  }),
  inHeader(
    'an X-Request-Id without hyphens',
    ['X-Request-Id', '0ba2500300004000800000000000000f'],
    {
      ...uuid,
      received: 'a UUID without its hyphens',
      mend: '8-4-4-4-12 digits',
    },
  ),
  inHeader(
    'a missing Accept',
    ['Accept', undefined],
    {
      rule: 'http/accept',
      expected: "'application/fhir+json; version=1.0.0'",
      received: 'absent',
    },
    'capability-any-service',
  ),
  inHeader('an Accept without a version', ['Accept', 'application/fhir+json'], {
    rule: 'http/accept.version',
    where: 'header Accept » version',
    expected: '1.0.0, or another version that begins with 1',
    received: 'absent',
    mend: "the version of BaRS Core: 'application/fhir+json; version=1.0.0'",
  }),
  inHeader('an Accept of another version', ['Accept', 'application/fhir+json; version=2.0.0'], {
    rule: 'http/accept',
    expected: "'application/fhir+json; version=1.0.0'",
    received: "'application/fhir+json; version=2.0.0'",
  }),
  inHeader('a Content-Type of plain JSON', ['Content-Type', 'application/json'], {
    rule: 'http/content-type',
    expected: 'application/fhir+json; version=1.0.0 (XML is not spoken here)',
    received: "'application/json'",
  }),
  inHeader('a missing use-context', ['use-context', undefined], {
    rule: 'http/use-context',
    expected: "'a1t1|booked|booking-request|new'",
    received: 'absent',
    mend: 'it repeats what the message says',
  }),
  inHeader(
    'a use-context that the message contradicts',
    ['use-context', 'a1t1|referral|booking-request|new'],
    {
      rule: 'http/use-context',
      expected: "'a1t1|booked|booking-request|new'",
      received: "'a1t1|referral|booking-request|new'",
      mend: 'it repeats what the message says',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('asks for no organisation or software where only a service is discovered', ({ expect }) => {
  const headers = { [organisation]: undefined, 'NHSD-Requesting-Software': undefined }

  const reports = ['metadata', 'MessageDefinition'].map((path) =>
    judged(undefined, {
      ...exampleOf(
        path === 'metadata' ? 'capability-any-service' : 'message-definition-any-service',
        { headers },
      ),
    }),
  )

  const warned = ['header NHSD-End-User-Organisation', 'header NHSD-Requesting-Software']
  expect(reports.map(({ ok, warnings }) => [ok, ...warnings.map(({ where }) => where)])).toEqual([
    [true, ...warned],
    [true, ...warned],
  ])
})

it('reads header names in any case', ({ expect }) => {
  const { headers, ...request } = exampleOf('booking-conflict-409')
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )

  const { violations } = judged('booking-conflict-409', { ...request, headers: lower })

  expect(violations).toEqual([])
})
