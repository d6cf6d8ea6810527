import { it } from 'vitest'
import { edited } from '../../../support/edit-message.ts'
import { expectFault, type Fault, inMessage } from '../../../support/fault.ts'
import { exampleOf, judged } from '../../../support/judged.ts'

const conflict = 'booking-conflict-409'
const patient = 'Bundle.entry[2].resource'

const FAULTS: readonly Fault[] = [
  inMessage(
    'a telecom of the patient',
    conflict,
    { 'Patient.telecom': [{ system: 'phone', value: '07700 900000' }] },
    {
      rule: 'patient/telecom',
      where: `${patient}.telecom`,
      expected: 'absent: how to reach the patient goes in contact',
      received: 'present',
    },
  ),
  inMessage(
    'no contact that is first',
    conflict,
    { 'Patient.contact.0.extension.0.valuePositiveInt': 2 },
    {
      rule: 'patient/contact.first-rank',
      where: `${patient}.contact`,
      expected: 'exactly one contact of rank 1',
      received: '0',
    },
  ),
  inMessage(
    'a contact who cannot be phoned',
    conflict,
    { 'Patient.contact.0.telecom.0.system': 'email' },
    {
      rule: 'payload/Patient.contact.telecom',
      where: `${patient}.contact[0].telecom`,
      expected: "a telecom of system 'phone'",
      received: 'a list of 1',
    },
  ),
  inMessage(
    'an NHS number of a status that may not be sent',
    conflict,
    { 'Patient.identifier.0.extension.0.valueCodeableConcept.coding.0.code': 'trace-required' },
    {
      rule: 'nhs-number/status',
      where: `${patient}.identifier[0].extension(NHSNumberVerificationStatus)`,
      expected: 'number-present-and-verified or number-present-but-not-traced',
      received: 'trace-required',
      mend: 'with any other status the NHS number must not be sent',
    },
  ),
  inMessage(
    'an NHS number with spaces',
    conflict,
    { 'Patient.identifier.0.value': '993 390 2830' },
    {
      rule: 'nhs-number/form',
      where: `${patient}.identifier[0].value`,
      expected: 'an NHS number: ten digits, nothing between them',
      received: 'another text',
      mend: 'the digits alone, without blanks or hyphens',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('says that an official name is what the national simulator asks for', ({ expect }) => {
  const { body, ...request } = exampleOf(conflict)

  const { warnings } = judged(conflict, {
    ...request,
    body: edited(body, { 'Patient.name': undefined }),
  })

  expect(warnings).toEqual([
    {
      where: 'Bundle.entry[2].resource.name',
      expected: "one name of use 'official', with a family and a given name",
      received: 'absent',
      rule: 'simulator/Patient.name',
      severity: 'warning',
      source: 'the national simulator (TKW)',
      tag: 'RS-PATIENT-RESO-NAME',
    },
  ])
})
