import { it } from 'vitest'
import { expectFault, type Fault, inMessage } from './fault.ts'

const conflict = 'booking-conflict-409'
const patient = 'Bundle.entry[2].resource'

const FAULTS: readonly Fault[] = [
  inMessage(
    'the NHS number of another scenario',
    conflict,
    { 'Patient.identifier.0.value': '9818556143' },
    {
      rule: 'scenario/sentinel',
      where: `${patient}.identifier(nhs-number)`,
      expected: '9933902830 or 9658499023',
      received: '9818556143',
      mend: 'sentinel that selects this scenario; this one selects booking-unprocessable-422',
    },
  ),
  inMessage(
    'the stateful patient in a stateless scenario',
    'booking-accepted',
    { 'Patient.identifier.0.value': '9707606312' },
    {
      rule: 'scenario/sentinel',
      where: `${patient}.identifier(nhs-number)`,
      expected: '9054613556 or 9658499007 or any NHS number that selects nothing else',
      received: '9707606312',
      mend: 'sentinel that selects this scenario; this one selects the 111-ED state table',
    },
  ),
  inMessage(
    'a linked referral without its link',
    '111-ed-refer-linked-appointment-booked',
    { 'ServiceRequest.supportingInfo': undefined },
    {
      rule: 'scenario/link',
      where: 'Bundle.entry[1].resource.supportingInfo',
      expected: 'Appointment/<the id that the booking got>',
      received: 'absent',
      mend: 'such as [{"reference":"Appointment/9a8df080-bfbc-457f-b30f-664bba7760a4","display":"Booking"}]',
    },
  ),
  inMessage(
    'a link in a referral that is to have none',
    '111-ed-refer-mislinked-appointment-booked',
    {
      'ServiceRequest.supportingInfo.0.reference':
        'Appointment/9a8df080-bfbc-457f-b30f-664bba7760a4',
    },
    {
      rule: 'scenario/link',
      where: 'Bundle.entry[1].resource.supportingInfo',
      expected: 'no link to the Appointment held',
      received: 'a link to it',
    },
  ),
]

for (const each of FAULTS) {
  it(`finds ${each.title}`, ({ expect }) => expectFault(expect, each))
}
