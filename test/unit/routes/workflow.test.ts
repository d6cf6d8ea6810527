import { it } from 'vitest'
import { answerOf, type BadInput, mended, refused, sent } from '../../support/bad-input.ts'
import type { Edits } from '../../support/edit-message.ts'
import { requestOf } from '../../support/request-of.ts'
import { createSandbox } from '../../support/sandbox.ts'

const EVENTS = 'https://fhir.nhs.uk/CodeSystem/message-events-bars'
const REASONS = 'https://fhir.nhs.uk/CodeSystem/message-reason-bars'
const CATEGORIES = 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest'
const USE_CASES = 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars'

const booking = (edits: Edits) => requestOf('booking-accepted', { edits })
const referral = (edits: Edits) => requestOf('referral-accepted', { edits })
const validation = (edits: Edits) => requestOf('validation-accepted', { edits })
const response = (edits: Edits) => requestOf('validation-response-accepted', { edits })

const at = (expression: string, received: string, expected: string, mend?: string) => ({
  status: 400,
  code: 'REC_BAD_REQUEST',
  issue: 'invariant',
  expression,
  diagnostics: `${expression}: received ${received}; expected ${expected}${mended(mend)}`,
})

const event = (received: string, mend?: string) =>
  at(
    'MessageHeader.eventCoding',
    received,
    `one of booking-request, servicerequest-request, servicerequest-response of ${EVENTS}`,
    mend,
  )
const reason = (received: string, mend?: string) =>
  at('MessageHeader.reason', received, `one of new, update, delete of ${REASONS}`, mend)

const booked = (received: string, mend?: string) =>
  at(
    'Appointment.status',
    received,
    'one of booked, cancelled, entered-in-error with event booking-request and reason new',
    mend,
  )
const category = (received: string, mend?: string) =>
  at('ServiceRequest.category', received, `one of referral, validation of ${CATEGORIES}`, mend)

const noUseCase = (expression: string) => ({
  ...at(expression, 'no use-case coding', `a coding of ${USE_CASES}, such as a1t1`),
  issue: 'required',
})

const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
const twice = (system: string, ...codes: readonly string[]) => ({
  coding: codes.map((code) => ({ system, code })),
})
const EVENT_CODE = 'MessageHeader.eventCoding.code'
const REASON_CODE = 'MessageHeader.reason.coding.0.code'
const CATEGORY = 'ServiceRequest.category.0.coding.0'

// biome-ignore format: a table reads by column
const ROWS: readonly BadInput[] = [
  { title: 'there is no event', request: booking({ 'MessageHeader.eventCoding': undefined }), ...event('nothing') },
  { title: 'the event is a URI', request: booking({ 'MessageHeader.eventCoding': undefined, 'MessageHeader.eventUri': `${EVENTS}#booking-request` }), ...event('nothing') },
  { title: 'the event is null', request: booking({ 'MessageHeader.eventCoding': null }), ...event('nothing') },
  { title: 'the event is unknown', request: booking({ [EVENT_CODE]: 'booking-enquiry' }), ...event('another text') },
  { title: 'the event is booking-response, which is published and never used', request: booking({ [EVENT_CODE]: 'booking-response' }), ...event("'booking-response'") },
  { title: 'the event is in capitals', request: booking({ [EVENT_CODE]: 'BOOKING-REQUEST' }), ...event("'BOOKING-REQUEST'", 'did you mean booking-request? Codes are case-sensitive') },
  { title: 'the event is an NHS number', request: booking({ [EVENT_CODE]: '9990000026' }), ...event('another text') },
  { title: 'the event is a number', request: booking({ [EVENT_CODE]: 1 }), ...event('a coding whose code is no text') },
  { title: 'the event is of another system', request: booking({ 'MessageHeader.eventCoding.system': 'https://a.test' }), ...event("a coding of system 'https://a.(4 letters)'") },
  { title: 'there are two events', request: booking({ 'MessageHeader.eventCoding': twice(EVENTS, 'booking-request', 'servicerequest-request').coding }), ...event('two different codes') },
  { title: 'there is no reason', request: booking({ 'MessageHeader.reason': undefined }), ...reason('nothing') },
  { title: 'the reason has no coding', request: booking({ 'MessageHeader.reason.coding': [] }), ...reason('a value that holds no coding') },
  { title: 'the reason is text', request: booking({ 'MessageHeader.reason': { text: 'new' } }), ...reason('a value that holds no coding') },
  { title: 'the reason is unknown', request: booking({ [REASON_CODE]: 'cancel' }), ...reason('another text') },
  { title: 'the reason is in capitals', request: booking({ [REASON_CODE]: 'NEW' }), ...reason("'NEW'", 'did you mean new? Codes are case-sensitive') },
  { title: 'the reason is an NHS number', request: booking({ [REASON_CODE]: '9990000026' }), ...reason('another text') },
  { title: 'the reason is of another system', request: booking({ 'MessageHeader.reason.coding.0.system': 'https://a.test' }), ...reason("a coding of system 'https://a.(4 letters)'") },
  { title: 'there are two reasons', request: booking({ 'MessageHeader.reason': twice(REASONS, 'new', 'update') }), ...reason('two different codes') },
  { title: 'there are two reasons and one is unknown', request: booking({ 'MessageHeader.reason': twice(REASONS, 'new', 'zzz') }), ...reason('two different codes') },
  { title: 'a booking has no Appointment', request: booking({ 'Appointment.resourceType': 'Basic' }), ...at('MessageHeader.focus', 'no Appointment', 'one Appointment for event booking-request') },
  { title: 'a referral has no ServiceRequest', request: referral({ 'ServiceRequest.resourceType': 'Appointment' }), ...at('MessageHeader.focus', 'no ServiceRequest', 'one ServiceRequest for event servicerequest-request') },
  { title: 'a booking is sent with the event of a referral', request: booking({ [EVENT_CODE]: 'servicerequest-request' }), ...at('MessageHeader.focus', 'no ServiceRequest', 'one ServiceRequest for event servicerequest-request') },
  { title: 'a new booking has two Appointments', request: booking({ 'Bundle.entry.-': { resource: { resourceType: 'Appointment', status: 'cancelled' } } }), ...at('Bundle.entry', '2 Appointments in a new booking', 'one Appointment: cancel the first, then book the second') },
  { title: 'two ServiceRequests are the focus', request: referral({ 'Bundle.entry.-': { fullUrl: 'urn:x', resource: { resourceType: 'ServiceRequest' } }, 'MessageHeader.focus.-': { reference: 'urn:x' } }), ...at('MessageHeader.focus', '2 ServiceRequests and no one focus', 'one ServiceRequest for event servicerequest-request') },
  { title: 'there are two ServiceRequests and no focus', request: referral({ 'Bundle.entry.-': { resource: { resourceType: 'ServiceRequest' } }, 'MessageHeader.focus': undefined }), ...at('MessageHeader.focus', '2 ServiceRequests and no one focus', 'one ServiceRequest for event servicerequest-request') },
  { title: 'a booking has an unknown status', request: booking({ 'Appointment.status': 'tentative' }), ...booked('another text') },
  { title: 'a booking has a name for a status', request: booking({ 'Appointment.status': 'Smith' }), ...booked('another text') },
  { title: 'a booking has a status that BaRS does not use', request: booking({ 'Appointment.status': 'waitlist' }), ...booked("'waitlist'") },
  { title: 'a booking has the status of a ServiceRequest', request: booking({ 'Appointment.status': 'active' }), ...booked("'active'") },
  { title: 'the status of a booking has a capital', request: booking({ 'Appointment.status': 'Booked' }), ...booked("'Booked'", 'did you mean booked? Codes are case-sensitive') },
  { title: 'the status of a booking has an underscore', request: booking({ 'Appointment.status': 'entered_in_error' }), ...booked("'entered_in_error'", 'did you mean entered-in-error? Codes are case-sensitive') },
  { title: 'a booking has no status', request: booking({ 'Appointment.status': undefined }), ...booked('nothing') },
  { title: 'the status of a booking is a list', request: booking({ 'Appointment.status': ['booked'] }), ...booked('a list') },
  { title: 'a booking that stays booked is deleted', request: booking({ [REASON_CODE]: 'delete' }), ...at('Appointment.status', "'booked'", 'one of cancelled, entered-in-error with event booking-request and reason delete') },
  { title: 'a referral has an unknown status', request: referral({ 'ServiceRequest.status': 'sent' }), ...at('ServiceRequest.status', 'another text', "'active' with event servicerequest-request and reason new") },
  { title: 'a new referral is on hold', request: referral({ 'ServiceRequest.status': 'on-hold' }), ...at('ServiceRequest.status', "'on-hold'", "'active' with event servicerequest-request and reason new") },
  { title: 'a new referral is revoked', request: referral({ 'ServiceRequest.status': 'revoked' }), ...at('ServiceRequest.status', "'revoked'", "'active' with event servicerequest-request and reason new") },
  { title: 'an active referral is deleted', request: referral({ [REASON_CODE]: 'delete' }), ...at('ServiceRequest.status', "'active'", 'one of revoked, entered-in-error with event servicerequest-request and reason delete') },
  { title: 'a referral has no category', request: referral({ [CATEGORY]: undefined }), ...category('no category') },
  { title: 'a referral has an unknown category', request: referral({ [`${CATEGORY}.code`]: 'enquiry' }), ...category('another text') },
  { title: 'the category is of another system', request: referral({ [`${CATEGORY}.system`]: 'https://a.test' }), ...category("a category of system 'https://a.(4 letters)'") },
  { title: 'the category contradicts itself in one concept', request: referral({ 'ServiceRequest.category.0.coding.-': { system: CATEGORIES, code: 'validation' } }), ...category("'referral' and 'validation'", 'a message is of one of them: leave the other out') },
  { title: 'the category contradicts itself in two concepts', request: validation({ 'ServiceRequest.category.-': coded(CATEGORIES, 'referral') }), ...category("'referral' and 'validation'", 'a message is of one of them: leave the other out') },
  { title: 'a response has the reason delete', request: response({ [REASON_CODE]: 'delete' }), ...at('MessageHeader.reason', "'delete' with event servicerequest-response", 'a workflow of BaRS: referral-response (referral, new/update, revoked/entered-in-error/active/on-hold/completed); referral-response-short (referral, new/update, revoked/entered-in-error/active/on-hold/completed); validation-response-interim (validation, new/update, active/on-hold/revoked); validation-response-full (validation, new/update, completed/active/on-hold/revoked)') },
  { title: 'a response to a validation request is a draft', request: response({ 'ServiceRequest.status': 'draft' }), ...at('ServiceRequest.status', "'draft'", 'one of active, on-hold, revoked, completed with event servicerequest-response and reason new') },
  { title: 'a new referral has no use case', request: referral({ 'ServiceRequest.category.0.coding.1': undefined }), ...noUseCase('ServiceRequest.category') },
  { title: 'the use case of a new referral is not one of the code system', request: referral({ 'ServiceRequest.category.0.coding.1.code': 'z9t9' }), ...at('ServiceRequest.category', 'a use case that the code system does not have', `a coding of ${USE_CASES}, such as a1t1`), issue: 'value' },
  { title: 'a new validation request has no use case', request: validation({ 'ServiceRequest.category.0.coding.1': undefined }), ...noUseCase('ServiceRequest.category') },
]

for (const row of ROWS) {
  it(`answers ${row.status} when ${row.title}`, async ({ expect }) => {
    const response = await createSandbox().request(sent(row))

    expect(await answerOf(response, row)).toEqual(refused(row, expect))
  })
}
