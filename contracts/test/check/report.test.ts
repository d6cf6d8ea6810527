import { it } from 'vitest'
import { edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'

const booking = buildRequest('booking-conflict-409', {
  headers: {
    'X-Request-Id': '1',
    'NHSD-Target-Identifier': btoa('{"value":"2000072489"}'),
  },
})

it('tells of every violation, numbered, with what was expected and received', ({ expect }) => {
  const body = edited(booking.body, {
    'MessageHeader.sender.reference': 'urn:uuid:00000000-0000-4000-8000-00000000dead',
    'Patient.identifier.0.value': '9658499007',
  })

  const { ok, text } = checkRequest('booking-conflict-409', { ...booking, body })

  expect(ok).toBe(false)
  expect(text).toBe(
    `contract violation in scenario 'booking-conflict-409': POST /$process-message
  1. header X-Request-Id
     - expected a UUID
     + received '1'
     # http/x-request-id: BaRS Core, "HTTP headers"
  2. header NHSD-Target-Identifier » system
     - expected 'https://fhir.nhs.uk/Id/dos-service-id'
     + received absent
     ? have value
     # http/nhsd-target-identifier.system: BaRS Core, "HTTP headers"
  3. Bundle.entry[0].resource.sender.reference
     - expected a fullUrl of this Bundle
     + received urn:uuid:00000000-0000-4000-8000-00000000dead
     ? have urn:uuid:0ba25000-0000-4000-8000-000000000001, urn:uuid:0ba25000-0000-4000-8000-000000000002, urn:uuid:0ba25000-0000-4000-8000-000000000004…
     # reference/resolves: FHIR R4 §2.36.4 Resolving references in Bundles
  4. Bundle.entry[2].resource.identifier(nhs-number)
     - expected 9933902830 or 9658499023
     + received 9658499007
     ? sentinel that selects this scenario; this one selects booking-accepted
     # scenario/sentinel: the scenario`,
  )
})

it('says where each violation is, and which clause it is against', ({ expect }) => {
  const { violations } = checkRequest('booking-conflict-409', booking)

  expect(violations).toEqual([
    {
      where: 'header X-Request-Id',
      expected: 'a UUID',
      received: "'1'",
      rule: 'http/x-request-id',
      severity: 'error',
      tag: 'RS/BS-HTTP-HEAD',
      source: 'BaRS Core, "HTTP headers"',
    },
    {
      where: 'header NHSD-Target-Identifier » system',
      expected: "'https://fhir.nhs.uk/Id/dos-service-id'",
      received: 'absent',
      mend: 'have value',
      rule: 'http/nhsd-target-identifier.system',
      severity: 'error',
      source: 'BaRS Core, "HTTP headers"',
    },
  ])
})

it('points at each element of the body, there or not, and at nothing for what is elsewhere', ({
  expect,
}) => {
  const request = buildRequest('booking-accepted', { headers: { 'X-Request-Id': '1' } })
  const body = edited(request.body, {
    'Bundle.timestamp': undefined,
    'Appointment.participant.0.status': 'yes',
    'Patient.a/b~c': { reference: 'Patient/1' },
  })

  const { violations } = checkRequest('booking-accepted', { ...request, body })

  expect(violations.map(({ where, pointer }) => [where, pointer])).toEqual([
    ['header X-Request-Id', undefined],
    ['Bundle.entry[1].resource.participant[0].status', '/entry/1/resource/participant/0/status'],
    ['Bundle.entry[2].resource', '/entry/2/resource'],
    ['Bundle.timestamp', '/timestamp'],
  ])
})

it('keeps what a Receiver may accept apart from violations', ({ expect }) => {
  const request = buildRequest('booking-accepted', { sentinel: '3478526985' })

  const report = checkRequest(undefined, request)

  expect(report).toEqual({
    ok: true,
    violations: [],
    warnings: [
      {
        where: 'Bundle.entry[2].resource.identifier[0].value',
        pointer: '/entry/2/resource/identifier/0/value',
        expected: 'an NHS number that passes Modulus 11',
        received: 'one that does not',
        rule: 'nhs-number/check-digit',
        severity: 'warning',
        source: 'NHS Data Dictionary, NHS NUMBER',
      },
    ],
    text: `no contract violation: POST /$process-message
worth mending, though a Receiver may accept it:
  1. Bundle.entry[2].resource.identifier[0].value
     - expected an NHS number that passes Modulus 11
     + received one that does not
     # nhs-number/check-digit: NHS Data Dictionary, NHS NUMBER`,
  })
})

it('says so when there is nothing to say', ({ expect }) => {
  const report = checkRequest('slot-free', buildRequest('slot-free'))

  expect(report).toEqual({
    ok: true,
    violations: [],
    warnings: [],
    text: "no contract violation in scenario 'slot-free': GET /Slot",
  })
})
