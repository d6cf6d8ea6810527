import { it } from 'vitest'
import { type Edits, edited } from '../../../test/support/edit-message.ts'
import type { Json } from '../../../test/support/json.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'
import { expectFault, type Fault } from './fault.ts'

/** A message in which elements are changed. */
const fault = (
  title: string,
  id: ScenarioId,
  edits: Edits,
  violation: Fault['violation'],
): Fault => {
  const request = buildRequest(id)
  return { title, id, request: { ...request, body: edited(request.body, edits) }, violation }
}

const conflict = 'booking-conflict-409'
const nowhere = 'urn:uuid:00000000-0000-4000-8000-00000000dead'
const patient = 'Bundle.entry[2].resource'
const secondHeader = (): Json => ({
  fullUrl: nowhere,
  resource: {
    resourceType: 'MessageHeader',
    meta: { lastUpdated: '2035-01-15T09:00:00Z', profile: ['p'] },
  },
})

const FAULTS: readonly Fault[] = [
  fault(
    'a searchset',
    conflict,
    { 'Bundle.type': 'searchset' },
    {
      where: 'Bundle.type',
      expected: "'message'",
      received: 'searchset',
    },
  ),
  fault(
    'a timestamp without a zone',
    conflict,
    { 'Bundle.timestamp': '2035-01-15T09:00:00' },
    {
      where: 'Bundle.timestamp',
      expected: 'an instant: 2035-01-15T09:00:00+00:00',
      received: '2035-01-15T09:00:00',
    },
  ),
  fault(
    'a fullUrl that comes twice',
    conflict,
    {
      'Bundle.entry.3.fullUrl': 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
      'Bundle.entry.4.fullUrl': 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
      'MessageHeader.destination.0.receiver.reference':
        'urn:uuid:0ba25000-0000-4000-8000-000000000009',
      'HealthcareService.providedBy.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
    },
    {
      where: 'Bundle.entry[4].fullUrl',
      expected: 'a fullUrl that no other entry has',
      received: 'urn:uuid:0ba25000-0000-4000-8000-000000000009',
    },
  ),
  fault(
    'a fullUrl that is no UUID',
    conflict,
    { 'Bundle.entry.0.fullUrl': 'https://sender.example/MessageHeader/1' },
    {
      where: 'Bundle.entry[0].fullUrl',
      expected: "'urn:uuid:' and a UUID",
      received: 'https://sender.example/MessageHeader/1',
    },
  ),
  fault(
    'an entry without a resource',
    conflict,
    { 'Bundle.entry.-': { fullUrl: nowhere } },
    {
      where: 'Bundle.entry[8].resource',
      expected: 'resourceType: which type it is',
      received: 'absent',
    },
  ),
  fault(
    'a reference to another type',
    conflict,
    { 'Appointment.slot.0.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000004' },
    {
      where: 'Bundle.entry[1].resource.slot[0].reference',
      expected: 'a reference to the Slot',
      received: 'a reference to the Patient',
    },
  ),
  fault(
    'a lone object where a list is due',
    conflict,
    { 'MessageHeader.destination': {} },
    {
      where: 'Bundle.entry[0].resource.destination',
      expected: 'a list',
      received: 'an object',
    },
  ),
  fault(
    'a focus that is something else',
    conflict,
    { 'MessageHeader.focus.0.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000004' },
    {
      where: 'Bundle.entry[0].resource.focus[0].reference',
      expected: 'a reference to the Appointment',
      received: 'a reference to the Patient',
    },
  ),
  fault(
    'an endpoint without its system',
    conflict,
    { 'MessageHeader.destination.0.endpoint': '2000072489' },
    {
      where: 'Bundle.entry[0].resource.destination[0].endpoint',
      expected: "'https://fhir.nhs.uk/Id/dos-service-id|' and the id of a service",
      received: 'another text',
    },
  ),
  fault(
    'a MessageDefinition of another message',
    conflict,
    {
      'MessageHeader.definition':
        'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request-cancelled',
    },
    {
      where: 'Bundle.entry[0].resource.definition',
      expected: 'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request',
      received: 'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request-cancelled',
      hint: 'what makes it a booking-new',
    },
  ),
  fault(
    'a use case that is none',
    conflict,
    { 'Appointment.serviceCategory.0.coding.0.code': 'b1t1' },
    {
      where: 'Bundle.entry[1].resource.serviceCategory(use case)',
      expected: 'a code of https://fhir.nhs.uk/CodeSystem/usecases-categories-bars, such as a1t1',
      received: 'another text',
    },
  ),
  fault(
    'a care plan that goes on, in a referral',
    'referral-server-error-500',
    { 'CarePlan.status': 'active' },
    {
      where: 'Bundle.entry[4].resource.status',
      expected: 'completed',
      received: 'active',
    },
  ),
  fault(
    'a validation request that tells nothing of the scene',
    'validation-conflict-409',
    { 'Flag.category.0.coding.0.code': 'RC' },
    {
      where: 'Bundle.entry(Flag)',
      expected: 'a Flag of category https://fhir.nhs.uk/CodeSystem/flag-categories-bars|SS',
      received: 'absent',
      hint: 'whether the scene is safe',
    },
  ),
  fault(
    'a sending organisation without an ODS code',
    conflict,
    { 'Organization.identifier.0.system': 'https://sender.example/Id/organisation' },
    {
      where: 'Bundle.entry[3].resource.identifier',
      expected: 'an identifier of system https://fhir.nhs.uk/Id/ods-organization-code',
      received: 'other identifiers',
    },
  ),
  fault(
    'two official names',
    conflict,
    { 'Patient.name.-': { use: 'official', family: 'Other', given: ['Alex'] } },
    {
      where: `${patient}.name`,
      expected: "one name of use 'official', with a family and a given name",
      received: 'a list of 2',
    },
  ),
  fault(
    'a telecom of the patient',
    conflict,
    { 'Patient.telecom': [{ system: 'phone', value: '07700 900000' }] },
    {
      where: `${patient}.telecom`,
      expected: 'absent: how to reach the patient goes in contact',
      received: 'present',
    },
  ),
  fault(
    'no contact that is first',
    conflict,
    { 'Patient.contact.0.extension.0.valuePositiveInt': 2 },
    {
      where: `${patient}.contact`,
      expected: 'exactly one contact of rank 1',
      received: '0',
    },
  ),
  fault(
    'a contact who cannot be phoned',
    conflict,
    { 'Patient.contact.0.telecom.0.system': 'email' },
    {
      where: `${patient}.contact[0].telecom`,
      expected: "a telecom of system 'phone'",
      received: 'a list of 1',
    },
  ),
  fault(
    'an NHS number of a status that may not be sent',
    conflict,
    { 'Patient.identifier.0.extension.0.valueCodeableConcept.coding.0.code': 'trace-required' },
    {
      where: `${patient}.identifier[0].extension(NHSNumberVerificationStatus)`,
      expected: 'number-present-and-verified or number-present-but-not-traced',
      received: 'trace-required',
      hint: 'with any other status the NHS number must not be sent',
    },
  ),
  fault(
    'an NHS number with spaces',
    conflict,
    { 'Patient.identifier.0.value': '993 390 2830' },
    {
      where: `${patient}.identifier[0].value`,
      expected: 'an NHS number: ten digits, nothing between them',
      received: 'another text',
      hint: 'a patient without one has no identifier of this system',
    },
  ),
  fault(
    'the NHS number of another scenario',
    conflict,
    { 'Patient.identifier.0.value': '9818556143' },
    {
      where: `${patient}.identifier(nhs-number)`,
      expected: '9933902830 or 9658499023',
      received: '9818556143',
      hint: 'sentinel that selects this scenario; this one selects booking-unprocessable-422',
    },
  ),
  fault(
    'the stateful patient in a stateless scenario',
    'booking-accepted',
    { 'Patient.identifier.0.value': '9707606312' },
    {
      where: `${patient}.identifier(nhs-number)`,
      expected: '9054613556 or 9658499007 or any NHS number that selects nothing else',
      received: '9707606312',
      hint: 'sentinel that selects this scenario; this one selects the 111-ED state table',
    },
  ),
  fault(
    'a linked referral without its link',
    '111-ed-refer-linked-appointment-booked',
    { 'ServiceRequest.supportingInfo': undefined },
    {
      where: 'Bundle.entry[1].resource.supportingInfo',
      expected: 'Appointment/<the id that the booking got>',
      received: 'absent',
    },
  ),
  fault(
    'a link in a referral that is to have none',
    '111-ed-refer-mislinked-appointment-booked',
    {
      'ServiceRequest.supportingInfo.0.reference':
        'Appointment/9a8df080-bfbc-457f-b30f-664bba7760a4',
    },
    {
      where: 'Bundle.entry[1].resource.supportingInfo',
      expected: 'no link to the Appointment held',
      received: 'a link to it',
    },
  ),
  fault(
    'a response that says not what it answers',
    'safeguarding-response',
    { 'MessageHeader.response': undefined },
    {
      where: 'Bundle.entry[0].resource.response',
      expected: 'identifier: the Bundle.id of the request that is answered',
      received: 'absent',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

const whereOf = (id: ScenarioId, body: unknown): readonly string[] =>
  checkRequest(id, { ...buildRequest(id), body }).violations.map(({ where }) => where)

it('finds a message that is of another workflow, variable by variable', ({ expect }) => {
  const { violations } = checkRequest('booking-conflict-409', {
    ...buildRequest('referral-server-error-500'),
  })

  const wheres = violations.map(({ where }) => where)
  expect(wheres).toEqual(
    expect.arrayContaining([
      'Bundle.entry(Appointment)',
      'Bundle.entry[0].resource.eventCoding',
      'Bundle.entry[0].resource.definition',
      'Bundle.entry[2].resource.identifier(nhs-number)',
    ]),
  )
})

it('finds a MessageHeader that is not first, or not alone', ({ expect }) => {
  const { body } = buildRequest(conflict)
  const entries = Object.entries(body ?? {}).find(([key]) => key === 'entry')?.[1]

  const notFirst = whereOf(conflict, { ...body, entry: [...entries].reverse() })
  const notAlone = whereOf(conflict, { ...body, entry: [...entries, secondHeader()] })

  expect(notFirst).toEqual(['Bundle.entry[0]'])
  expect(notAlone).toEqual(expect.arrayContaining(['Bundle.entry(MessageHeader)']))
})

it('finds a body that is no message at all', ({ expect }) => {
  const bodies = [undefined, '', 'no JSON', '[]', 'null', new Uint8Array([0xff, 0x7b])]

  const received = bodies.map(
    (body) =>
      checkRequest(undefined, { ...buildRequest(conflict), body }).violations.find(
        ({ where }) => where === 'body',
      )?.received,
  )

  expect(received).toEqual([
    'absent',
    'absent',
    'text that is not JSON',
    'other JSON',
    'other JSON',
    'bytes that are not UTF-8',
  ])
})

it('says what the sandbox would not understand, where no scenario says what is meant', ({
  expect,
}) => {
  const request = buildRequest(conflict)
  const body = edited(request.body, { 'MessageHeader.eventCoding.code': 'booking-response' })

  const { violations } = checkRequest(undefined, { ...request, body })

  expect(violations.map(({ where }) => where)).toEqual([
    'header use-context',
    'Bundle.entry[0].resource.eventCoding',
  ])
})
