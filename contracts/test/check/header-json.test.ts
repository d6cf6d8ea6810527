import { it } from 'vitest'
import { writeHeaderJson } from '../../../src/bars/headers.ts'
import { SERVICES } from '../../../test/support/bad-input.ts'
import { expectFault, type Fault, inHeader } from './fault.ts'

const ORGANISATION = {
  resourceType: 'Organization',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A1001' }],
  name: 'Trust of the Sender',
}

const organisation = 'NHSD-End-User-Organisation'

const FAULTS: readonly Fault[] = [
  inHeader(
    'an organisation without a resourceType',
    [organisation, writeHeaderJson({ ...ORGANISATION, resourceType: undefined })],
    {
      rule: 'http/nhsd-end-user-organisation.resourceType',
      where: `header ${organisation} » resourceType`,
      expected: "'Organization'",
      received: 'absent',
      mend: 'have identifier, name',
    },
  ),
  inHeader(
    'an organisation without an ODS code',
    [organisation, writeHeaderJson({ ...ORGANISATION, identifier: undefined })],
    {
      rule: 'http/nhsd-end-user-organisation.ods-code',
      where: `header ${organisation} » identifier`,
      expected:
        'system https://fhir.nhs.uk/Id/ods-organization-code and a value of 3 to 12 letters and digits',
      received: 'absent',
    },
  ),
  inHeader(
    'software that is no Device',
    ['NHSD-Requesting-Software', writeHeaderJson('Sender 1.0')],
    {
      rule: 'http/nhsd-requesting-software.json',
      expected: 'base64 of a JSON object',
      received: 'other JSON',
    },
  ),
  inHeader(
    'a target that the sandbox does not know',
    [
      'NHSD-Target-Identifier',
      writeHeaderJson({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: '2000072480' }),
    ],
    {
      rule: 'http/nhsd-target-identifier.known',
      where: 'header NHSD-Target-Identifier » value',
      expected: `one of ${SERVICES}, or a test target such as tests|NHS0001-409`,
      received: "'https://fhir.nhs.uk/Id/dos-service-id|2000072480'",
      mend: 'did you mean 2000072489?',
    },
  ),
  inHeader(
    'a target whose system is in another letter case',
    [
      'NHSD-Target-Identifier',
      writeHeaderJson({ system: 'https://fhir.nhs.uk/id/dos-service-id', value: '2000072489' }),
    ],
    {
      rule: 'system/spelling',
      where: 'header NHSD-Target-Identifier » system',
      expected: 'https://fhir.nhs.uk/Id/dos-service-id',
      received: 'https://fhir.nhs.uk/id/dos-service-id',
    },
  ),
  inHeader(
    'a target that decides the answer itself',
    ['NHSD-Target-Identifier', writeHeaderJson({ system: 'tests', value: 'NHS0001-422' })],
    {
      rule: 'scenario/target',
      where: 'header NHSD-Target-Identifier » value',
      expected: 'a service, which leaves the answer to the sentinel',
      received: 'a test target that decides the answer',
      mend: 'this one selects test-target-422',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}
