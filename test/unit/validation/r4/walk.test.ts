import { it } from 'vitest'
import { exampleRequest } from '../../../../src/examples/request.ts'
import { asJson, isObject, type Json, parseExactly } from '../../../../src/fhir/json.ts'
import { CATALOGUE, scenarioOf } from '../../../../src/receiver/catalogue.ts'
import { PUBLISHED } from '../../../fixtures/published.ts'
import { type Edits, edited } from '../../../support/edit-message.ts'
import { walkOf } from '../../../support/walk.ts'

const row = scenarioOf('referral-accepted')
if (row === undefined) throw new Error('there is no referral')
const REFERRAL = exampleRequest(row).body

const faultsIn = (message: unknown) => (isObject(message) ? walkOf(message).faults.found : [])

const patient = 'Bundle.entry[2].resource'

/** A change to a clean message, and what is told of it. */
type Row = readonly [edits: Edits, rule: string, where: string, received: string, mend?: string]

// biome-ignore format: a table reads by column
const ROWS: readonly Row[] = [
  [{ 'Patient.birthdate': '1980-01-01' }, 'unknown-element', `${patient}.birthdate`, 'one that R4 does not have', 'it is birthDate'],
  [{ 'Patient.adress': [] }, 'unknown-element', `${patient}.adress`, 'one that R4 does not have', 'did you mean address?'],
  [{ 'Patient.deceased': true }, 'unknown-element', `${patient}.deceased`, 'one that R4 does not have', 'with its type: deceasedBoolean or deceasedDateTime'],
  [{ 'Patient.$type': 'Patient, Sender' }, 'unknown-element', `${patient}.$type`, 'one that R4 does not have'],
  [{ 'Patient.9990000026': 1 }, 'unknown-element', patient, 'one that R4 does not have'],
  [{ 'Patient.meta.project': 'x' }, 'unknown-element', `${patient}.meta.project`, 'one that R4 does not have'],
  [{ 'Patient.__proto__x': {} }, 'unknown-element', `${patient}.__proto__x`, 'one that R4 does not have'],
  [{ 'Patient.resourceType': 'Patiant' }, 'resource-type', `${patient}.resourceType`, '(7 letters)', 'did you mean Patient?'],
  [{ 'Patient.resourceType': 'constructor' }, 'resource-type', `${patient}.resourceType`, '(11 letters)'],
  [{ 'Patient.resourceType': undefined }, 'resource-type', `${patient}.resourceType`, 'absent'],
  [{ 'Patient.active': 'true' }, 'type', `${patient}.active`, "'true', a text", 'without quotes'],
  [{ 'Patient.birthDate': 1980 }, 'type', `${patient}.birthDate`, 'a number', 'in quotes'],
  [{ 'Patient.identifier.0.value': 9990000026 }, 'type', `${patient}.identifier[0].value`, 'a number', 'in quotes'],
  [{ 'Patient.name.0': 'Smith' }, 'type', `${patient}.name[0]`, "'(5 letters)', a text"],
  [{ 'Patient.gender': {} }, 'type', `${patient}.gender`, 'an object'],
  [{ 'Patient.name': { family: 'A' } }, 'list', `${patient}.name`, 'an object', 'put it in [ ]'],
  [{ 'Patient.gender': ['female'] }, 'single', `${patient}.gender`, 'a list of 1'],
  [{ 'Patient.name.0.given.0': ['A'] }, 'single', `${patient}.name[0].given[0]`, 'a list of 1'],
  [{ 'Patient.gender': '' }, 'empty', `${patient}.gender`, 'an empty text'],
  [{ 'Patient.gender': null }, 'empty', `${patient}.gender`, 'null'],
  [{ 'Patient.name': [] }, 'empty', `${patient}.name`, 'a list of 0'],
  [{ 'Patient.name.0': {} }, 'empty', `${patient}.name[0]`, 'an empty object'],
  [{ 'Patient.name.0.given.0': null }, 'empty', `${patient}.name[0].given[0]`, 'null'],
  [{ 'Patient.name.0._given': [{ id: 'a' }, null] }, 'empty', `${patient}.name[0]._given[1]`, 'null'],
  [{ 'Patient.id': 'a'.repeat(80) }, 'form', `${patient}.id`, 'another text'],
  [{ 'Patient.birthDate': '1981-02-29' }, 'form', `${patient}.birthDate`, 'another text', 'its month has no such day'],
  [{ 'Encounter.period.start': '2035-01-15T09:00:00' }, 'form', 'Bundle.entry[3].resource.period.start', '2035-01-15T09:00:00', "a time says its zone: .NET's DateTimeOffset has one"],
  [{ 'MessageHeader.eventCoding.code': 'servicerequest-request ' }, 'form', 'Bundle.entry[0].resource.eventCoding.code', 'another text', 'without the blanks around it'],
  [{ 'MessageHeader.source.endpoint': '' }, 'empty', 'Bundle.entry[0].resource.source.endpoint', 'an empty text'],
  [{ 'MessageHeader.definition': 'a b' }, 'form', 'Bundle.entry[0].resource.definition', 'another text'],
  [{ 'Patient.photo': [{ data: 'QUJ', contentType: 'image/png' }] }, 'form', `${patient}.photo[0].data`, '(3 letters)'],
  [{ 'Patient.gender': 'Female' }, 'code', `${patient}.gender`, 'Female', 'it is female'],
  [{ 'ServiceRequest.priority': 'urgnt' }, 'code', 'Bundle.entry[1].resource.priority', '(5 letters)', 'did you mean urgent?'],
  [{ 'Patient.gender': 'M' }, 'code', `${patient}.gender`, 'M'],
  [{ 'Patient.deceasedBoolean': false, 'Patient.deceasedDateTime': '2035' }, 'choice', `${patient}.deceasedDateTime`, 'deceasedDateTime beside another'],
  [{ 'Patient.deceasedBoolean': false, 'Patient._deceasedDateTime': { id: 'a' } }, 'choice', `${patient}._deceasedDateTime`, '_deceasedDateTime beside another'],
  [{ 'ServiceRequest.intent': undefined }, 'required', 'Bundle.entry[1].resource.intent', 'absent'],
  [{ 'MessageHeader.eventCoding': undefined }, 'required', 'Bundle.entry[0].resource.event', 'absent'],
  [{ 'Consent.category': undefined }, 'required', 'Bundle.entry[9].resource.category', 'absent'],
]

for (const [edits, rule, where, received, mend] of ROWS) {
  it(`tells of ${JSON.stringify(edits).slice(0, 80)}`, ({ expect }) => {
    const [first, ...others] = faultsIn(edited(REFERRAL, edits))

    expect(first).toMatchObject({ rule: `r4/${rule}`, where, received, severity: 'error' })
    expect(first?.mend).toBe(mend)
    expect(others).toEqual([])
  })
}

// biome-ignore format: a table reads by column
const HARMLESS: readonly Edits[] = [
  { 'Patient._birthDate': { extension: [{ url: 'http://a.example', valueString: 'about' }] } },
  { 'Patient.birthDate': undefined, 'Patient._birthDate': { id: 'a' } },
  { 'Patient.name.0.given': ['A', null], 'Patient.name.0._given': [null, { id: 'a' }] },
  { 'Patient.deceasedBoolean': false, 'Patient._deceasedBoolean': { id: 'a' } },
  { 'ServiceRequest.intent': undefined, 'ServiceRequest._intent': { id: 'a' } },
  { 'Patient.name.0.text': ' ' },
  { 'Bundle.entry.-': { resource: { resourceType: 'Medication', anything: {} } } },
  { 'Patient.contained': [{ resourceType: 'Organization', id: 'o', name: 'A' }], 'Patient.managingOrganization': { reference: '#o' } },
]

for (const edits of HARMLESS) {
  it(`takes ${JSON.stringify(edits).slice(0, 80)}`, ({ expect }) => {
    expect(faultsIn(edited(REFERRAL, edits))).toEqual([])
  })
}

it('finds nothing in the examples, nor in messages as they are published', ({ expect }) => {
  const examples = CATALOGUE.flatMap((scenario) =>
    scenario.on.map((occasion) => exampleRequest(scenario, { occasion }).body ?? []),
  )
  const messages: readonly unknown[] = [
    ...examples.flat().map(asJson),
    ...[...PUBLISHED].map(([, text]) => JSON.parse(text)),
  ]

  expect(messages.flatMap(faultsIn)).toEqual([])
})

it('reads numbers as they were sent', ({ expect }) => {
  const text = JSON.stringify(
    edited(REFERRAL, { 'Patient.multipleBirthInteger': 7, 'Bundle.entry.-': PLACE }),
  )

  expect(faultsIn(parseExactly(text.replace('-1.5', '-1.50')))).toEqual([])
  expect(faultsIn(parseExactly(text.replace(':7', ':7.0')))).toMatchObject([
    { rule: 'r4/form', where: `${patient}.multipleBirthInteger`, received: 'a number' },
  ])
})

const PLACE: Json = {
  resource: { resourceType: 'Location', position: { longitude: -1.5, latitude: 53.8 } },
}

const nested = (depth: number): Json =>
  depth === 0 ? { url: 'a', valueString: 'b' } : { url: 'a', extension: [nested(depth - 1)] }

it('goes as deep as a body may be nested, and no deeper', ({ expect }) => {
  const [right, wrong] = [29, 40].map((depth) =>
    faultsIn(edited(REFERRAL, { 'Patient.extension': [nested(depth)] })),
  )

  expect(right).toEqual([])
  expect(wrong).toMatchObject([{ rule: 'r4/depth', expected: 'at most 64 levels' }])
})

it('tells a thousand faults at most', ({ expect }) => {
  const names = Array.from({ length: 20_000 }, () => ({ famly: 'A', use: 'x' }))

  expect(faultsIn(edited(REFERRAL, { 'Patient.name': names })).length).toBe(1000)
})
