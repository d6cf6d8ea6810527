import { it } from 'vitest'
import { writeHeaderJson } from '../../../src/bars/header-json.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'
import { expectFault, type Fault } from './fault.ts'

const ORGANISATION = {
  resourceType: 'Organization',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A1001' }],
  name: 'Trust ÿÿÿ?',
}

const fault = (
  title: string,
  [header, value]: readonly [string, string | undefined],
  violation: Omit<Fault['violation'], 'where'> & { readonly where?: string },
  id: ScenarioId = 'booking-conflict-409',
): Fault => ({
  title,
  id,
  request: buildRequest(id, { headers: { [header]: value } }),
  violation: { where: `header ${header}`, ...violation },
})

const base64 = writeHeaderJson(ORGANISATION)
const organisation = 'NHSD-End-User-Organisation'
const anOrganization = { expected: 'base64 of an Organization' }
const uuid = { expected: 'a UUID' }

const FAULTS: readonly Fault[] = [
  fault('a missing X-Request-Id', ['X-Request-Id', undefined], { ...uuid, received: 'absent' }),
  fault(
    'an X-Correlation-Id with a prefix',
    ['X-Correlation-Id', 'urn:uuid:0ba25003-0000-4000-8000-000000000001'],
    {
      ...uuid,
      received: "'urn:uuid:0ba25003-0000-4000-8000-000000000001'",
      hint: 'the 36 characters alone, nothing around them',
    },
  ),
  fault(
    'a missing target',
    ['NHSD-Target-Identifier', undefined],
    {
      expected: 'base64 of {"system":"…","value":"…"}',
      received: 'absent',
    },
    'slot-free',
  ),
  fault('a target that is not encoded', ['NHSD-Target-Identifier', '{"value":"2000072489"}'], {
    expected: 'base64 of {"system":"…","value":"…"}',
    received: 'JSON that is not encoded',
    hint: 'encode its UTF-8 bytes as base64',
  }),
  fault('base64url', [organisation, base64.replaceAll('+', '-').replaceAll('/', '_')], {
    ...anOrganization,
    received: "base64url ('-' and '_')",
    hint: "encode with the alphabet that has '+' and '/'",
  }),
  fault('missing padding', [organisation, base64.replaceAll('=', '')], {
    ...anOrganization,
    received: "base64 without its padding ('=')",
    hint: "end it with '=' until its length is a multiple of 4; base64url leaves that out",
  }),
  fault('base64 that was wrapped', [organisation, `${base64.slice(0, 76)} ${base64.slice(76)}`], {
    ...anOrganization,
    received: 'base64 in several lines',
    hint: "write it on one line: base64 -w0, or base64 | tr -d '\\n'",
  }),
  fault('base64 of bytes that are not UTF-8', [organisation, btoa('{"name":"\xff"}')], {
    ...anOrganization,
    received: 'base64 that does not hold JSON in UTF-8',
  }),
  fault(
    'an organisation without a resourceType',
    [organisation, writeHeaderJson({ ...ORGANISATION, resourceType: undefined })],
    {
      where: `header ${organisation} » resourceType`,
      expected: "'Organization'",
      received: 'absent',
      hint: 'have identifier, name',
    },
  ),
  fault(
    'an organisation without an ODS code',
    [organisation, writeHeaderJson({ ...ORGANISATION, identifier: undefined })],
    {
      where: `header ${organisation} » identifier`,
      expected:
        'system https://fhir.nhs.uk/Id/ods-organization-code and a value of 3 to 12 letters and digits',
      received: 'absent',
    },
  ),
  fault('software that is no Device', ['NHSD-Requesting-Software', writeHeaderJson('Sender 1.0')], {
    expected: 'base64 of a JSON object',
    received: 'other JSON',
  }),
  fault(
    'a target that the sandbox does not know',
    [
      'NHSD-Target-Identifier',
      writeHeaderJson({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: '2000072480' }),
    ],
    {
      where: 'header NHSD-Target-Identifier » value',
      expected: 'a target the sandbox knows; GET /_sandbox/scenarios lists them',
      received: "'https://fhir.nhs.uk/Id/dos-service-id|2000072480'",
    },
  ),
  fault('a missing organisation', [organisation, undefined], {
    ...anOrganization,
    received: 'absent',
  }),
  fault(
    'missing software',
    ['NHSD-Requesting-Software', undefined],
    {
      expected: 'base64 of a Device',
      received: 'absent',
    },
    'booking-get',
  ),
  fault(
    'a practitioner that is not base64',
    ['NHSD-Requesting-Practitioner', 'Dr. A. Practitioner'],
    {
      expected: 'base64 of a PractitionerRole',
      received: 'text that is not base64',
    },
  ),
  fault(
    'a target that decides the answer itself',
    ['NHSD-Target-Identifier', writeHeaderJson({ system: 'tests', value: 'NHS0001-422' })],
    {
      where: 'header NHSD-Target-Identifier » value',
      expected: 'a service, which leaves the answer to the sentinel',
      received: 'a test target that decides the answer',
      hint: 'this one selects test-target-422',
    },
  ),
  fault(
    'a missing Accept',
    ['Accept', undefined],
    {
      expected: "'application/fhir+json; version=1.0.0'",
      received: 'absent',
    },
    'capability-any-service',
  ),
  fault('an Accept without a version', ['Accept', 'application/fhir+json'], {
    where: 'header Accept » version',
    expected: '1.0.0, or another version that begins with 1',
    received: 'absent',
    hint: "the version of BaRS Core: 'application/fhir+json; version=1.0.0'",
  }),
  fault('an Accept of another version', ['Accept', 'application/fhir+json; version=2.0.0'], {
    expected: "'application/fhir+json; version=1.0.0'",
    received: "'application/fhir+json; version=2.0.0'",
  }),
  fault('a Content-Type of plain JSON', ['Content-Type', 'application/json'], {
    expected: 'application/fhir+json; version=1.0.0 (XML is not spoken here)',
    received: "'application/json'",
  }),
  fault('a missing use-context', ['use-context', undefined], {
    expected: "'a1t1|booked|booking-request|new'",
    received: 'absent',
    hint: 'it repeats what the message says',
  }),
  fault(
    'a use-context that the message contradicts',
    ['use-context', 'a1t1|referral|booking-request|new'],
    {
      expected: "'a1t1|booked|booking-request|new'",
      received: "'a1t1|referral|booking-request|new'",
      hint: 'it repeats what the message says',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('asks for no organisation or software where only a service is discovered', ({ expect }) => {
  const headers = { [organisation]: undefined, 'NHSD-Requesting-Software': undefined }

  const reports = ['metadata', 'MessageDefinition'].map((path) =>
    checkRequest(undefined, {
      ...buildRequest(
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
  const { headers, ...request } = buildRequest('booking-conflict-409')
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )

  const { violations } = checkRequest('booking-conflict-409', { ...request, headers: lower })

  expect(violations).toEqual([])
})
