import { it } from 'vitest'
import { readTarget } from '../../../src/bars/target.ts'
import { exampleRequest } from '../../../src/examples/request.ts'
import { scenarioOf } from '../../../src/receiver/catalogue.ts'
import { isTestTarget } from '../../../src/scenarios/index.ts'
import { check } from '../../../src/validation/check.ts'
import { takeApart } from '../../../src/validation/request.ts'
import { type Edits, edited } from '../../support/edit-message.ts'

/** The ids of the rules that an example goes against once its message or headers are changed. */
const rulesBrokenBy = (
  id: string,
  edits: Edits,
  headers: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const row = scenarioOf(id)
  if (row === undefined) throw new Error(`there is no scenario ${id}`)
  const request = exampleRequest(row)
  const sent = new Map(
    Object.entries({ ...request.headers, ...headers }).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  )
  const raw = {
    method: request.method,
    path: request.path,
    header: (name: string) => sent.get(name.toLowerCase()),
    body: { is: 'json', json: edited(request.body, edits) },
  } as const
  const known = { occasions: [], targetOf: (header: string) => readTarget(header, isTestTarget) }
  return [...new Set(check(takeApart(raw, known)).map(({ rule }) => rule))]
}

const booking = 'booking-accepted'
const referral = 'referral-accepted'
const validation = 'validation-accepted'

/** A change to a clean message, and the rules that it breaks. */
type Row = readonly [title: string, id: string, edits: Edits, broken: readonly string[]]

// biome-ignore format: a table reads by column
const ROWS: readonly Row[] = [
  ['a consent of another category', referral, { 'Consent.category.0.coding.0.code': 'NDRC' }, ['value/Consent.category', 'code/consent-categories-bars']],
  ['a consent of another scope', referral, { 'Consent.scope.coding.0.code': 'treatment', 'Consent.scope.coding.0.display': 'Treatment' }, ['value/Consent.scope']],
  ['a scope that HL7 has not', referral, { 'Consent.scope.coding.0.code': 'privacy' }, ['value/Consent.scope', 'code/consentscope']],
  ['a policy that is not implied consent', referral, { 'Consent.policyRule.coding.0.code': 'OPTIN', 'Consent.policyRule.coding.0.display': 'opt-in' }, ['value/Consent.policyRule']],
  ['a consent that is no longer active', referral, { 'Consent.status': 'inactive' }, ['value/Consent.status']],
  ['an Encounter of another class', referral, { 'Encounter.class.code': 'AMB', 'Encounter.class.display': 'ambulatory' }, ['value/Encounter.class']],
  ['a request that is an order', referral, { 'ServiceRequest.intent': 'order' }, ['value/ServiceRequest.intent']],
  ['a plan that is a proposal', referral, { 'CarePlan.intent': 'proposal' }, ['value/CarePlan.intent']],
  ['a participant who declined', booking, { 'Appointment.participant.0.status': 'declined' }, ['value/Appointment.participant.status']],
  ['a Flag of another category', validation, { 'Flag.category.0.coding.0.code': 'XX' }, ['payload/Flag.scene-safety', 'code/flag-categories-bars']],
  ['a Flag whose code is of another system', validation, { 'Flag.code.coding.0.system': 'http://snomed.info/sct' }, ['code/Flag.code']],
  ['a Flag that has ended', validation, { 'Flag.status': 'inactive' }, ['value/Flag.status']],
  ['a scene that is neither safe nor unsafe', validation, { 'Flag.code.coding.0.code': 'X' }, ['code/scene-safety-codes-bars']],
  ['a Location of another type', 'referral-updated', { 'Location.type.0.coding.0.code': 'iloc' }, ['code/location-types-bars']],
  ['a relationship that HL7 has not', booking, { 'Patient.contact.0.relationship.0.coding.0.code': 'MYSELF' }, ['code/v3-RoleCode']],
  ['a wrong display of a use case', booking, { 'Appointment.serviceCategory.0.coding.0.display': '111 - ED' }, ['display/usecases-categories-bars']],
  ['a wrong display of a category', referral, { 'ServiceRequest.category.0.coding.0.display': 'Referral' }, ['display/message-category-servicerequest']],
  ['a wrong display of a consent', referral, { 'Consent.category.0.coding.0.display': 'direct care' }, ['display/consent-categories-bars']],
  ['a code that is not called anything', referral, { 'Consent.category.0.coding.0.display': undefined }, ['payload/Consent.category.coding.display', 'simulator/display']],
  ['two categories for one', referral, { 'ServiceRequest.category.-': { text: 'another' } }, ['payload/ServiceRequest.category.coding.system', 'payload/ServiceRequest.category.coding.code', 'payload/ServiceRequest.category.coding.display', 'value/ServiceRequest.category']],
  ['a misspelt profile', booking, { 'Patient.meta.profile.0': 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patiant' }, ['profile/resource']],
  ['the profile of another resource', booking, { 'Patient.meta.profile.0': 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Organization' }, ['profile/resource']],
  ['the profile of another event', booking, { 'MessageHeader.meta.profile.0': 'https://fhir.nhs.uk/StructureDefinition/BARSMessageHeader-servicerequest-request' }, ['profile/MessageHeader']],
  ['another profile of the Bundle', booking, { 'Bundle.meta.profile.0': 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Bundle' }, ['profile/Bundle']],
  ['a version that no Application has', booking, { 'Bundle.meta.versionId': '99.0.0' }, ['bundle/version']],
  ['a version in words', booking, { 'Bundle.meta.versionId': 'banana' }, ['bundle/version']],
  ['a status of NHS numbers from another system', booking, { 'Patient.identifier.0.extension.0.valueCodeableConcept.coding.0.system': 'https://fhir.hl7.org.uk/ValueSet/UKCore-NHSNumberVerificationStatus' }, ['nhs-number/status.system']],
  ['an NHS number with a space', booking, { 'Patient.identifier.0.value': '9054613556 ' }, ['nhs-number/form', 'text/white-space']],
  ['a patient number under nearly the right system', booking, { 'Patient.identifier.0.system': 'http://fhir.nhs.net/Id/nhs-number' }, ['nhs-number/system']],
  ['a request to an Organization', referral, { 'ServiceRequest.performer.0.reference': 'urn:uuid:0ba25000-0000-4000-8000-000000000009' }, ['reference/ServiceRequest.performer']],
  ['a focus that is elsewhere', booking, { 'MessageHeader.focus.0.reference': 'Appointment/123' }, ['reference/focus']],
  ['a patient at a URL', referral, { 'ServiceRequest.subject.reference': 'https://pas.example/Patient/1' }, ['reference/resolves']],
  ['a code with a space at its end', booking, { 'MessageHeader.reason.coding.0.code': 'new ' }, ['r4/form', 'text/white-space']],
  ['an Appointment at another time than its Slot', booking, { 'Appointment.start': '2035-01-15T10:01:00+00:00' }, ['agreement/Appointment.Slot']],
  ['a booking in the past', booking, { 'Appointment.start': '2020-01-15T10:00:00+00:00', 'Slot.start': '2020-01-15T10:00:00+00:00' }, ['agreement/times.past']],
  ['a birth to come', booking, { 'Patient.birthDate': '2099-01-01' }, ['agreement/times.past']],
  ['an id of the Sender on a new resource', referral, { 'ServiceRequest.id': '0ba25000-0000-4000-8000-00000000dead' }, ['bundle/new-ids']],
  ['another service than the target', booking, { 'MessageHeader.destination.0.endpoint': 'https://fhir.nhs.uk/Id/dos-service-id|2000011147' }, ['agreement/target.endpoint']],
  ['a HealthcareService that is not the target', booking, { 'HealthcareService.identifier.0.value': '2000011147' }, ['agreement/target.service']],
  ['a sender that another organisation is', booking, { 'Organization.identifier.0.value': 'X26' }, ['agreement/sender.organisation']],
]

for (const [title, id, edits, broken] of ROWS) {
  it(`finds ${title}`, ({ expect }) => {
    expect(rulesBrokenBy(id, edits)).toEqual(broken)
  })
}

const HEADERS: readonly (readonly [name: string, value: string, broken: readonly string[]])[] = [
  ['Content-Type', 'application/fhir+json; version=9.0.0', ['http/content-type.version']],
  [
    'Content-Type',
    'application/fhir+json; version=1.0.0; version=1.1.0',
    ['http/content-type.version'],
  ],
  ['Accept', 'application/fhir+json; version=1.0.0; fhirVersion=3.0', ['http/fhir-version']],
]

for (const [name, value, broken] of HEADERS) {
  it(`finds ${name}: ${value}`, ({ expect }) => {
    expect(rulesBrokenBy(booking, {}, { [name]: value })).toEqual(broken)
  })
}

it('takes media types without parameters, and with those of R4', ({ expect }) => {
  const right = { 'Content-Type': 'application/fhir+json; fhirVersion=4.0' }

  expect(rulesBrokenBy(booking, {}, right)).toEqual([])
})
