import { it } from 'vitest'
import { isObject, list, member } from '../../../src/fhir/json.ts'
import { type Edits, edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { Violation } from '../../src/check/report.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'

// What a person needs to put a message right, kind of mistake by kind of mistake: each text says what
// came, what was expected and where, and nothing of what merely follows from it.

type Told = Pick<Violation, 'where' | 'received'> & {
  readonly expected?: string
  readonly mend?: string
}

type Row = readonly [title: string, id: ScenarioId, change: Change, told: readonly Told[]]

/** Elements by their path, as `edited` takes them; or the text of the message changed. */
type Change = Edits | ((text: string) => unknown)

const BOOKING = 'booking-accepted'
const REFERRAL = 'referral-accepted'

const NOT_OF_R4 = 'one that R4 does not have'
const OF_A_SYSTEM = 'codes are of a CodeSystem, letter for letter'
const CASE = 'codes are case-sensitive'
const [HEADER, FOCUS, PATIENT] = [0, 1, 2].map((place) => `Bundle.entry[${place}].resource`)

const SYSTEMS = 'https://fhir.nhs.uk/CodeSystem'

// biome-ignore format: a table reads by row
const ROWS: readonly Row[] = [
  ['a status that is misspelt', BOOKING, { 'Appointment.status': 'bookd' }, [
    { where: `${FOCUS}.status`, expected: 'booked', received: 'bookd', mend: 'what makes it a booking-new' },
  ]],
  ['a status with a capital', BOOKING, { 'Appointment.status': 'Booked' }, [
    { where: `${FOCUS}.status`, expected: 'booked', received: 'Booked', mend: CASE },
  ]],
  ['a category that is misspelt', REFERRAL, { 'ServiceRequest.category.0.coding.0.code': 'refferal' }, [
    { where: `${FOCUS}.category[0].coding[0].code`, expected: 'referral', received: 'refferal', mend: 'what makes it a referral-new' },
  ]],
  ['a category of another system', REFERRAL, { 'ServiceRequest.category.0.coding.0.system': `${SYSTEMS}/message-category` }, [
    { where: `${FOCUS}.category[0].coding[0].system`, expected: `'${SYSTEMS}/message-category-servicerequest'`, received: `${SYSTEMS}/message-category`, mend: OF_A_SYSTEM },
    { where: `${FOCUS}.category`, received: 'a list of 1' },
  ]],
  ['an event that is misspelt', BOOKING, { 'MessageHeader.eventCoding.code': 'bookin-request' }, [
    { where: `${HEADER}.eventCoding.code`, expected: 'booking-request', received: 'bookin-request', mend: 'what makes it a booking-new' },
  ]],
  ['an event of the ValueSet', BOOKING, { 'MessageHeader.eventCoding.system': 'https://fhir.nhs.uk/ValueSet/message-events-bars' }, [
    { where: `${HEADER}.eventCoding.system`, expected: `'${SYSTEMS}/message-events-bars'`, received: 'https://fhir.nhs.uk/ValueSet/message-events-bars', mend: OF_A_SYSTEM },
  ]],
  ['a reason with a capital', BOOKING, { 'MessageHeader.reason.coding.0.code': 'New' }, [
    { where: `${HEADER}.reason.coding[0].code`, expected: 'new', received: 'New', mend: CASE },
  ]],
  ['a use case that there is not', BOOKING, { 'Appointment.serviceCategory.0.coding.0.code': 'a1t99' }, [
    { where: `${FOCUS}.serviceCategory(use case)`, received: 'a1t99', mend: 'there are a1t1 to a1t12' },
  ]],
  ['true as text', BOOKING, { 'Patient.active': 'true' }, [
    { where: `${PATIENT}.active`, expected: 'true or false', received: "'true', a text", mend: 'without quotes' },
  ]],
  ['an NHS number as a number', BOOKING, { 'Patient.identifier.0.value': 9054613556 }, [
    { where: `${PATIENT}.identifier[0].value`, expected: 'a text', received: 'a number', mend: 'in quotes' },
  ]],
  ['an NHS number under another system', BOOKING, { 'Patient.identifier.0.system': 'http://fhir.nhs.net/Id/nhs-number' }, [
    { where: `${PATIENT}.identifier[0].system`, expected: 'https://fhir.nhs.uk/Id/nhs-number', received: 'http://fhir.nhs.net/Id/nhs-number', mend: 'under this system it is no NHS number, so that it selects booking-without-nhs-number' },
  ]],
  ['an NHS number with blanks', BOOKING, { 'Patient.identifier.0.value': '905 461 3556' }, [
    { where: `${PATIENT}.identifier[0].value`, received: 'another text', mend: 'the digits alone, without blanks or hyphens' },
  ]],
  ['a status of the NHS number by its older code', BOOKING, (text) => text.replace('"number-present-and-verified"', '"01"'), [
    { where: `${PATIENT}.identifier[0].extension[0].valueCodeableConcept.coding[0].code`, received: 'another text', mend: '01 is a code of the NHS Data Dictionary: here it is number-present-and-verified' },
  ]],
  ['a day that its month does not have', BOOKING, { 'Patient.birthDate': '1981-02-29' }, [
    { where: `${PATIENT}.birthDate`, expected: 'a date: 2035-01-15', received: 'another text', mend: 'its month has no such day' },
  ]],
  ['a profile that is not named', BOOKING, { 'Patient.meta.profile': undefined }, [
    { where: `${PATIENT}.meta.profile`, received: 'absent', mend: 'it is https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient' },
  ]],
  ['a version that is not named', BOOKING, { 'Bundle.meta.versionId': undefined }, [
    { where: 'Bundle.meta.versionId', received: 'absent', mend: 'the newest by Application: 1 2.1.0, 2 2.1.0, 3 2.0.0, 4 2.0.0, 5 1.2.0, 6 1.0.0-beta.8, 7 1.0.0-alpha.4, 8 1.0.0-alpha.3' },
  ]],
  ['a class that is not there', REFERRAL, { 'Encounter.class': undefined }, [
    { where: 'Bundle.entry[3].resource.class', received: 'absent', mend: 'such as {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EMER","display":"emergency"}' },
  ]],
  ['a subject that is not there', REFERRAL, { 'ServiceRequest.subject': undefined }, [
    { where: `${FOCUS}.subject`, received: 'absent', mend: 'such as {"reference":"<fullUrl of the Patient>"}' },
  ]],
  ['an identifier without its system', REFERRAL, { 'Organization.identifier.0.system': undefined }, [
    { where: 'Bundle.entry[5].resource.identifier[0].system', received: 'absent', mend: 'such as "https://fhir.nhs.uk/Id/ods-organization-code"' },
    { where: 'Bundle.entry[5].resource.identifier', expected: 'an identifier of system https://fhir.nhs.uk/Id/ods-organization-code', received: 'other identifiers' },
  ]],
  ['a resource that is not there', REFERRAL, withoutType('Consent'), [
    { where: 'Bundle.entry(Consent)', expected: 'at least 1 Consent', received: 'absent', mend: 'bars-contracts show referral-accepted has one' },
  ]],
  ['a Coding written as a concept', BOOKING, (text) => text.replace(/"eventCoding":(\{[^}]*\})/, '"eventCoding":{"coding":[$1]}'), [
    { where: `${HEADER}.eventCoding.coding`, received: NOT_OF_R4, mend: 'a Coding has system, code and display itself' },
    { where: `${HEADER}.eventCoding.system`, received: 'absent' },
    { where: `${HEADER}.eventCoding.code`, received: 'absent', mend: 'such as "booking-request"' },
  ]],
  ['a concept written as a Coding', BOOKING, (text) => text.replace(/"reason":\{"coding":\[(\{[^}]*\})\]\}/, '"reason":$1'), [
    { where: `${HEADER}.reason.system`, received: NOT_OF_R4, mend: 'in its coding: "coding":[{…}]' },
    { where: `${HEADER}.reason.code`, received: NOT_OF_R4, mend: 'in its coding: "coding":[{…}]' },
    { where: `${HEADER}.reason.display`, received: NOT_OF_R4, mend: 'in its coding: "coding":[{…}]' },
    { where: `${HEADER}.reason.coding`, received: 'absent' },
  ]],
  ['a message within another object', BOOKING, (text) => ({ bundle: JSON.parse(text) }), [
    { where: 'Bundle.bundle', received: NOT_OF_R4, mend: 'the Bundle is the body itself, with nothing around it' },
    ...['resourceType', 'id', 'meta', 'type', 'timestamp', 'entry'].map((key) => ({ where: `Bundle.${key}`, received: 'absent' })),
  ]],
  ['a message written as JSON twice', BOOKING, (text) => JSON.stringify(text), [
    { where: 'body', received: 'a JSON string', mend: 'it was written as JSON twice: once is enough' },
  ]],
  ['a message cut short', BOOKING, (text) => text.slice(0, 500), [
    { where: 'body', received: 'JSON that ends too early', mend: 'was it cut short?' },
  ]],
]

function withoutType(type: string): Change {
  return (text) => {
    const message: unknown = JSON.parse(text)
    const entry = list(message, 'entry').filter(
      (each) => member(member(each, 'resource'), 'resourceType') !== type,
    )
    return isObject(message) ? { ...message, entry } : message
  }
}

const changed = (id: ScenarioId, change: Change): unknown => {
  const { body } = buildRequest(id)
  return typeof change === 'function' ? change(JSON.stringify(body)) : edited(body, change)
}

for (const [title, id, change, told] of ROWS) {
  it(`says of ${title} what is wrong, and no more`, ({ expect }) => {
    const { violations } = checkRequest(id, { ...buildRequest(id), body: changed(id, change) })

    expect(violations.map(({ where }) => where)).toEqual(told.map(({ where }) => where))
    expect(violations).toMatchObject(told)
  })
}

it('tells the cause of a message in capitals first, and nothing of what is in no list', ({
  expect,
}) => {
  const text = JSON.stringify(buildRequest(BOOKING).body)
  const body = text.replace(
    /"([a-z])(\w*)":/g,
    (_, first, rest) => `"${first.toUpperCase()}${rest}":`,
  )

  const { violations } = checkRequest(BOOKING, { ...buildRequest(BOOKING), body })

  expect(violations[0]).toMatchObject({ where: 'Bundle.ResourceType', mend: 'it is resourceType' })
  expect(violations.filter(({ where }) => where.includes('('))).toEqual([])
})

it('tells the line and column of the body where it has lines', ({ expect }) => {
  const message = edited(buildRequest(BOOKING).body, { 'Bundle.type': 'massage' })

  const { violations, text } = checkRequest(BOOKING, {
    ...buildRequest(BOOKING),
    body: JSON.stringify(message, null, 2),
  })

  expect(violations).toMatchObject([{ where: 'Bundle.type', line: 11, column: 11 }])
  expect(text).toContain('1. Bundle.type (line 11, column 11 of the body)\n')
})

it('says what an example has where no scenario is named', ({ expect }) => {
  const body = edited(buildRequest(REFERRAL).body, { 'ServiceRequest.subject': undefined })

  const { violations } = checkRequest(undefined, { ...buildRequest(REFERRAL), body })

  expect(violations).toMatchObject([{ mend: 'such as {"reference":"<fullUrl of the Patient>"}' }])
})
