import { it } from 'vitest'
import { expectFault, type Fault, inMessage } from '../../../support/fault.ts'

const conflict = 'booking-conflict-409'

const FAULTS: readonly Fault[] = [
  inMessage(
    'a reference to another type',
    conflict,
    { 'Appointment.slot.0.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000004' },
    {
      rule: 'reference/Appointment.slot',
      where: 'Bundle.entry[1].resource.slot[0].reference',
      expected: 'a reference to the Slot',
      received: 'a reference to the Patient',
      mend: 'the Slot is urn:uuid:0ba25000-0000-4000-8000-000000000015',
    },
  ),
  inMessage(
    'a reference by type and id',
    conflict,
    { 'Appointment.participant.0.actor.reference': 'Patient/123' },
    {
      rule: 'reference/resolves',
      where: 'Bundle.entry[1].resource.participant[0].actor.reference',
      expected: 'a fullUrl of this Bundle',
      received: 'another text',
      mend: 'the Patient is urn:uuid:0ba25000-0000-4000-8000-000000000004',
    },
  ),
  inMessage(
    'a focus that is something else',
    conflict,
    { 'MessageHeader.focus.0.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000004' },
    {
      rule: 'reference/MessageHeader.focus',
      where: 'Bundle.entry[0].resource.focus[0].reference',
      expected: 'a reference to the Appointment',
      received: 'a reference to the Patient',
      mend: 'the Appointment is urn:uuid:0ba25000-0000-4000-8000-000000000002',
    },
  ),
  inMessage(
    'a lone object where a list is due',
    conflict,
    { 'MessageHeader.destination': {} },
    {
      rule: 'r4/list',
      where: 'Bundle.entry[0].resource.destination',
      expected: 'a list',
      received: 'an object',
      mend: 'put it in [ ]',
    },
  ),
  inMessage(
    'an endpoint without its system',
    conflict,
    { 'MessageHeader.destination.0.endpoint': '2000072489' },
    {
      rule: 'payload/MessageHeader.destination.endpoint',
      where: 'Bundle.entry[0].resource.destination[0].endpoint',
      expected: "'https://fhir.nhs.uk/Id/dos-service-id|' and the id of a service",
      received: 'another text',
    },
  ),
  inMessage(
    'a sending organisation without an ODS code',
    conflict,
    { 'Organization.identifier.0.system': 'https://sender.example/Id/organisation' },
    {
      rule: 'payload/Organization.ods-code',
      where: 'Bundle.entry[3].resource.identifier',
      expected: 'an identifier of system https://fhir.nhs.uk/Id/ods-organization-code',
      received: 'other identifiers',
    },
  ),
  inMessage(
    'a response that says not what it answers',
    'safeguarding-response',
    { 'MessageHeader.response': undefined },
    {
      rule: 'payload/MessageHeader.response.identifier',
      where: 'Bundle.entry[0].resource.response',
      expected: 'identifier: the Bundle.id of the request that is answered',
      received: 'absent',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}
