import { it } from 'vitest'
import { type GoodInput, sent } from '../../support/bad-input.ts'
import type { Edits } from '../../support/edit-message.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

// What a Receiver can act on is answered; the report says what is wrong with it (ruling 26).

const answered = (scenario: string, edits: Edits) => ({
  request: requestOf(scenario, { edits }),
  scenario,
})
const booking = (edits: Edits) => answered('booking-accepted', edits)
const referral = (edits: Edits) => answered('referral-accepted', edits)

const REASON_CODE = 'MessageHeader.reason.coding.0.code'

// biome-ignore format: a table reads by column
const ROWS: readonly GoodInput[] = [
  { title: 'a MessageHeader without a focus', ...booking({ 'MessageHeader.focus': undefined }) },
  { title: 'a focus that is no list', ...booking({ 'MessageHeader.focus': { reference: 'Appointment/1' } }) },
  { title: 'a focus that points at nothing', ...referral({ 'MessageHeader.focus': [{ reference: 'urn:x' }, null, 7] }) },
  { title: 'a MessageHeader without a definition', ...referral({ 'MessageHeader.definition': undefined }) },
  { title: 'a definition that is a number', ...referral({ 'MessageHeader.definition': 1 }) },
  { title: 'a definition of another workflow', ...referral({ 'MessageHeader.definition': 'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request|1.0.0' }) },
  { title: 'a MessageHeader without its destination, sender and source', ...booking({ 'MessageHeader.destination': undefined, 'MessageHeader.sender': undefined, 'MessageHeader.source': undefined }) },
  { title: 'a Bundle without an id, meta and timestamp', ...booking({ 'Bundle.id': undefined, 'Bundle.meta': undefined, 'Bundle.timestamp': undefined }) },
  { title: 'an id that is a number', ...booking({ 'Bundle.id': 7 }) },
  { title: 'entries without a fullUrl', ...booking({ 'Bundle.entry.1.fullUrl': undefined, 'Bundle.entry.2.fullUrl': null }) },
  { title: 'an entry of a type that FHIR does not have', ...booking({ 'Bundle.entry.-': { resource: { resourceType: 'Nonsense', a: [[], {}, null] } } }) },
  { title: 'elements that FHIR does not have', ...booking({ 'Bundle.x': 1, 'Patient.y': [[[]]], 'Bundle.entry.0.z': null }) },
  { title: 'references that do not resolve', ...booking({ 'Appointment.slot': [{ reference: 'Slot/none' }], 'Appointment.participant': null }) },
  { title: 'two Slots in a booking', ...booking({ 'Bundle.entry.-': { resource: { resourceType: 'Slot' } } }) },
  { title: 'an Appointment beside the ServiceRequest of a referral', ...referral({ 'Bundle.entry.-': { resource: { resourceType: 'Appointment' } } }) },
  { title: 'a reason in two codings that agree', ...booking({ 'MessageHeader.reason.coding.-': { system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'new' } }) },
  { title: 'a reason in a list of concepts', ...booking({ 'MessageHeader.reason': [{ coding: { system: 'http://fhir.nhs.uk/codesystem/message-reason-bars', code: ' new ' } }] }) },
  { title: 'codings of other systems', ...referral({ 'ServiceRequest.category.0.coding.-': { system: 'https://a.test', code: 'validation' }, 'ServiceRequest.category.-': { text: 'validation' } }) },
  { title: 'an unknown use case', ...booking({ 'Appointment.serviceCategory.0.coding.0.code': 'z9t9' }) },
  { title: 'a second use case', ...booking({ 'Appointment.serviceCategory.0.coding.-': { system: 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars', code: 'a1t2' } }) },
  { title: 'an NHS number that fails its check digit', ...booking({ 'Patient.identifier.0.value': '1234567890' }) },
  { title: 'an NHS number of another shape', ...booking({ 'Patient.identifier.0.value': 'none' }) },
  { title: 'a booking without a use case', ...booking({ 'Appointment.serviceCategory': undefined }) },
  { title: 'a booking whose use case is of another system', ...booking({ 'Appointment.serviceCategory.0.coding.0.system': 'https://a.test' }) },
  { title: 'a cancel without a use case', ...answered('booking-cancelled', { 'Appointment.serviceCategory': undefined }) },
  { title: 'a cancel with the reason delete', ...answered('booking-cancelled', { [REASON_CODE]: 'delete' }) },
  { title: 'a cancel with the reason new, as an official example has it', ...answered('booking-cancelled', { [REASON_CODE]: 'new' }) },
  { title: 'a cancel of what was entered in error', ...answered('booking-cancelled', { 'Appointment.status': 'entered-in-error' }) },
  { title: 'a cancel of a referral with the reason delete', ...answered('referral-cancelled', { [REASON_CODE]: 'delete' }) },
  { title: 'a response without the id of a request', ...answered('validation-response-accepted', { 'MessageHeader.response': undefined }) },
  { title: 'a booking of a patient whose identifier is null', ...answered('booking-without-nhs-number', { 'Patient.identifier': null }) },
  { title: 'a booking without a patient', ...answered('booking-without-nhs-number', { 'Patient.resourceType': 'Person' }) },
]

for (const row of ROWS) {
  it(`accepts ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(response.status).toBe(200)
    expect(response.headers.get('Sandbox-Scenario')).toBe(row.scenario)
  })
}
