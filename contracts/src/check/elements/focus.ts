import { CAD, CAS_REFERRAL, E_RS, ONLINE } from './applications.ts'
import type { ResourceElement } from './resource-element.ts'
import { coding, reference, text, when } from './rows.ts'
import {
  BOOKINGS,
  CANCELS,
  FULL,
  INTERIM,
  NOT_CANCELS,
  REQUESTS,
  VALIDATIONS,
} from './workflows.ts'

const PERIOD = [
  text('occurrencePeriod.start', 'from when'),
  text('occurrencePeriod.end', 'until when'),
]

// What a request leads to. Messages published with the standard lack who asked in an interim response.
const LINKS = [
  ...when({ on: [...REQUESTS, FULL] }, reference('basedOn[]', 'CarePlan')),
  ...when({ on: [...REQUESTS, INTERIM, FULL] }, reference('encounter', 'Encounter')),
  ...when(
    { on: [...REQUESTS, FULL], warnsOn: [INTERIM], notIn: ONLINE },
    reference('requester', 'one who asks'),
  ),
  ...when({ on: [...REQUESTS, FULL] }, reference('performer[]', 'one who is asked')),
  ...when(
    { on: ['validation-new', 'validation-update', FULL] },
    reference('locationReference[]', 'Location'),
  ),
  ...when(
    { on: REQUESTS, onlyIn: [...CAS_REFERRAL, ...CAD] },
    reference('locationReference[]', 'Location'),
  ),
]

/** What the payload tables ask for of what a message is about. */
export const FOCUS: Readonly<Record<string, readonly ResourceElement[]>> = {
  Appointment: [
    ...when(
      { on: BOOKINGS },
      ...coding('serviceCategory[]'),
      text('start', 'when it starts'),
      text('end', 'when it ends'),
      reference('slot[]', 'Slot'),
    ),
    reference('participant[].actor', 'Patient'),
  ],
  ServiceRequest: [
    ...coding('category[]'),
    ...when({ on: NOT_CANCELS }, text('authoredOn', 'when it was made')),
    ...LINKS,
    ...when({ on: VALIDATIONS, warnsOn: CANCELS }, ...PERIOD),
    ...when({ on: REQUESTS, onlyIn: CAS_REFERRAL }, ...PERIOD),
    ...when({ on: REQUESTS, onlyIn: E_RS }, ...coding('code'), ...coding('orderDetail[]')),
  ],
}
