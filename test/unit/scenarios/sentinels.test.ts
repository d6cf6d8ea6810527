import { it } from 'vitest'
import type { ReadOccasion } from '../../../src/bars/occasions.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'

const SLOTS = {
  others: 'slot-free',
  '2000072489': 'slot-free',
  '2000073917': 'slot-none',
  '1503499715': 'slot-mandatory',
  '2000081230': 'slot-timeout-408',
  '2000071234': 'slot-busy',
}

/** Each published sentinel of a read, with the scenario it chooses. */
const CHOSEN: Readonly<Record<ReadOccasion, Readonly<Record<string, string>>>> = {
  metadata: {
    none: 'capability-any-service',
    others: 'capability-any-service',
    '2000011147': 'capability-booking-and-referral-receiver',
    '2000076289': 'capability-referral-receiver',
    '1374839566': 'capability-validation-sender',
    '2000003366': 'capability-validation-receiver',
    '2000093816': 'capability-booking-and-referral-sender',
  },
  MessageDefinition: {
    others: 'message-definition-any-service',
    '2000011147': 'message-definition-booking-and-referral-receiver',
    '2000076289': 'message-definition-referral-receiver',
    '2000003366': 'message-definition-validation-receiver',
    '1374839566': 'message-definition-validation-sender',
    '2000093816': 'message-definition-booking-and-referral-sender',
    '2000071898': 'message-definition-invalid',
    BAD: 'message-definition-invalid',
    '2000070513': 'message-definition-pharmacy',
    '2000159909': 'message-definition-cad',
    FAIL0401: 'message-definition-unauthorised-401',
    FAIL0404: 'message-definition-not-found-404',
  },
  'Appointment-search': {
    others: 'appointment-search-none',
    '9054613556': 'booking-accepted-search',
    '9658499007': 'booking-accepted-search',
    '9010223337': 'booking-then-get-501-search',
    '9658499090': 'booking-then-get-501-search',
  },
  'ServiceRequest-search': {
    others: 'service-request-search-none',
    '9054613556': 'referral-accepted-search',
    '9658499058': 'referral-accepted-search',
    '9658499007': 'referral-accepted-search',
    '9675199962': 'referral-then-get-405-search',
    '9657562376': 'referral-then-get-429-search',
    '9999960529': 'referral-then-get-503-search',
    '9945210394': 'validation-then-get-408-search',
    '9658499082': 'validation-then-get-408-search',
    '9010223337': 'validation-then-get-501-search',
    '9658499090': 'validation-then-get-501-search',
    '9091510129': 'validation-response-full-search',
    '9658499147': 'validation-response-full-search',
    '9706161317': 'validation-response-interim-search',
    '9658499155': 'validation-response-interim-search',
  },
  Slot: SLOTS,
  'Slot-busy': { ...SLOTS, others: 'slot-free-and-busy', '2000072489': 'slot-free-and-busy' },
  Appointment: {
    'ce1c4ced-2a84-4198-9982-9caf894d0bb7': 'booking-get',
    '0d440c22-7f25-4c6c-905d-2213d197d02a': 'booking-get-not-implemented-501',
  },
  ServiceRequest: {
    '79120f41-a431-4f08-bcc5-1e67006fcae0': 'referral-get',
    '61215702-0049-4d76-9807-2123f0a6ca15': 'referral-get-method-not-allowed-405',
    '9d280ad9-6dda-46d2-a75e-f5b47b2f4e87': 'referral-get-too-many-requests-429',
    '4d65ddaa-4d09-41cd-87c9-aeb9c0c96352': 'referral-get-unavailable-503',
    '0b42eac3-0175-43c8-bbab-efaa8ca31ccf': 'validation-get',
    '9e595424-9d67-45db-9a90-03259653cd37': 'validation-get-timeout-408',
    'c337e8d8-fd5b-4a13-a8e4-0f6f4ac1bb1a': 'validation-get-not-implemented-501',
  },
}

for (const [read, chosen] of Object.entries(CHOSEN)) {
  it(`chooses a scenario of ${read} by each published sentinel`, ({ expect }) => {
    const rows = SCENARIOS.filter(
      ({ suite, on }) => suite !== 'Test target' && on.some((each) => each === read),
    )

    const values = rows.flatMap(({ id, sentinel }) => [
      ...sentinel.values.map((value) => [value, id]),
      ...(sentinel.others ? [['others', id]] : []),
      ...(sentinel.none ? [['none', id]] : []),
    ])
    expect(Object.fromEntries(values)).toEqual(chosen)
  })
}
