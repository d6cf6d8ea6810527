import { it } from 'vitest'
import { edited } from '../../../support/edit-message.ts'
import { expectFault, type Fault, inMessage } from '../../../support/fault.ts'
import { exampleOf, judged } from '../../../support/judged.ts'

const conflict = 'booking-conflict-409'

const FAULTS: readonly Fault[] = [
  inMessage(
    'a MessageDefinition of another message',
    conflict,
    {
      'MessageHeader.definition':
        'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request-cancelled',
    },
    {
      rule: 'message/workflow',
      where: 'Bundle.entry[0].resource.definition',
      expected: 'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request',
      received: 'https://fhir.nhs.uk/MessageDefinition/bars-message-booking-request-cancelled',
      mend: 'what makes it a booking-new',
    },
  ),
  inMessage(
    'a use case that is none',
    conflict,
    { 'Appointment.serviceCategory.0.coding.0.code': 'b1t1' },
    {
      rule: 'message/use-case.known',
      where: 'Bundle.entry[1].resource.serviceCategory(use case)',
      expected: 'a code of https://fhir.nhs.uk/CodeSystem/usecases-categories-bars, such as a1t1',
      received: 'another text',
      mend: 'there are a1t1 to a1t12, a2t1 to a2t6, a3t1, a4t1 to a4t4, a5t1 to a5t3, referraltopharmacy, a6t1 to a6t3, a7t1, a8t1 to a8t3',
    },
  ),
  inMessage(
    'two reasons of a message',
    conflict,
    {
      'MessageHeader.reason.coding.1': {
        system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars',
        code: 'update',
      },
    },
    {
      rule: 'message/understood',
      where: 'MessageHeader.reason',
      expected: 'one of new, update, delete of https://fhir.nhs.uk/CodeSystem/message-reason-bars',
      received: 'two different codes',
    },
  ),
  inMessage(
    'a request of two categories',
    'referral-server-error-500',
    {
      'ServiceRequest.category.0.coding.2': {
        system: 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest',
        code: 'validation',
        display: 'For Validation',
      },
    },
    {
      rule: 'message/understood',
      where: 'ServiceRequest.category',
      expected:
        'one of referral, validation of https://fhir.nhs.uk/CodeSystem/message-category-servicerequest',
      received: "'referral' and 'validation'",
      mend: 'a message is of one of them: leave the other out',
    },
  ),
  inMessage(
    'a care plan that goes on, in a referral',
    'referral-server-error-500',
    { 'CarePlan.status': 'active' },
    {
      rule: 'message/referral-new.CarePlan.status',
      where: 'Bundle.entry[4].resource.status',
      expected: 'completed',
      received: 'active',
    },
  ),
  inMessage(
    'a validation request that tells nothing of the scene',
    'validation-conflict-409',
    { 'Flag.category.0.coding.0.code': 'RC' },
    {
      rule: 'payload/Flag.scene-safety',
      where: 'Bundle.entry(Flag)',
      expected: 'a Flag of category https://fhir.nhs.uk/CodeSystem/flag-categories-bars|SS',
      received: 'absent',
      mend: 'whether the scene is safe',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}

it('finds a message that is of another workflow, variable by variable', ({ expect }) => {
  const { violations } = judged('booking-conflict-409', {
    ...exampleOf('referral-server-error-500'),
  })

  const wheres = violations.map(({ where }) => where)
  expect(wheres).toEqual(
    expect.arrayContaining([
      'Bundle.entry(Appointment)',
      'Bundle.entry[0].resource.eventCoding.code',
      'Bundle.entry[0].resource.definition',
    ]),
  )
})

it('says what the sandbox would not understand, where no scenario says what is meant', ({
  expect,
}) => {
  const request = exampleOf(conflict)
  const body = edited(request.body, { 'MessageHeader.eventCoding.code': 'booking-response' })

  const { violations } = judged(undefined, { ...request, body })

  expect(violations.map(({ where }) => where)).toEqual([
    'Bundle.entry[0].resource.eventCoding.code',
  ])
})
