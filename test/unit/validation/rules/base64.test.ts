import { it } from 'vitest'
import { writeHeaderJson } from '../../../../src/bars/headers.ts'
import { expectFault, type Fault, inHeader } from '../../../support/fault.ts'

const ORGANISATION = {
  resourceType: 'Organization',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A1001' }],
  name: 'Trust ÿÿÿ?',
}

const base64 = writeHeaderJson(ORGANISATION)
const organisation = 'NHSD-End-User-Organisation'
const anOrganization = {
  rule: 'http/nhsd-end-user-organisation.base64',
  expected: 'base64 of an Organization',
}

const FAULTS: readonly Fault[] = [
  inHeader(
    'a missing target',
    ['NHSD-Target-Identifier', undefined],
    {
      rule: 'http/nhsd-target-identifier',
      expected: 'base64 of {"system":"…","value":"…"}',
      received: 'absent',
    },
    'slot-free',
  ),
  inHeader('a missing organisation', [organisation, undefined], {
    ...anOrganization,
    rule: 'http/nhsd-end-user-organisation',
    received: 'absent',
  }),
  inHeader(
    'missing software',
    ['NHSD-Requesting-Software', undefined],
    { rule: 'http/nhsd-requesting-software', expected: 'base64 of a Device', received: 'absent' },
    'booking-get',
  ),
  inHeader('a target that is not encoded', ['NHSD-Target-Identifier', '{"value":"2000072489"}'], {
    rule: 'http/nhsd-target-identifier.base64',
    expected: 'base64 of {"system":"…","value":"…"}',
    received: 'JSON that is not encoded',
    mend: 'encode its UTF-8 bytes as base64',
  }),
  inHeader('base64url', [organisation, base64.replaceAll('+', '-').replaceAll('/', '_')], {
    ...anOrganization,
    received: "base64url ('-' and '_')",
    mend: "encode with the alphabet that has '+' and '/'",
  }),
  inHeader('missing padding', [organisation, base64.replaceAll('=', '')], {
    ...anOrganization,
    received: "base64 without its padding ('=')",
    mend: "end it with '=' until its length is a multiple of 4; base64url leaves that out",
  }),
  inHeader(
    'base64 that was wrapped',
    [organisation, `${base64.slice(0, 76)} ${base64.slice(76)}`],
    {
      ...anOrganization,
      received: 'base64 in several lines',
      mend: "write it on one line: base64 | tr -d '\\n'",
    },
  ),
  inHeader('two words', [organisation, 'Acme Care'], {
    ...anOrganization,
    received: 'base64 that does not hold JSON in UTF-8',
  }),
  inHeader('the text that Python makes of bytes', [organisation, `b'${base64}'`], {
    ...anOrganization,
    received: "bytes as Python shows them, b'…'",
    mend: "turn the bytes into text with .decode('ascii'), not with str()",
  }),
  inHeader('base64 of bytes that are not UTF-8', [organisation, btoa('{"name":"\xff"}')], {
    ...anOrganization,
    received: 'base64 that does not hold JSON in UTF-8',
  }),
  inHeader(
    'a practitioner that is not base64',
    ['NHSD-Requesting-Practitioner', 'Dr. A. Practitioner'],
    {
      rule: 'http/nhsd-requesting-practitioner.base64',
      expected: 'base64 of a PractitionerRole',
      received: 'text that is not base64',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}
