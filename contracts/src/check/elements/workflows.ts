import {
  ALL_WORKFLOWS,
  isResponse,
  WORKFLOWS,
  type Workflow,
} from '../../../../src/bars/workflow.ts'

/** Messages that hold a booking which is, or is to be, made. */
export const BOOKINGS: readonly Workflow[] = ['booking-new', 'booking-update']

/** Messages that take back an earlier one. */
export const CANCELS: readonly Workflow[] = [
  'booking-cancel',
  'referral-cancel',
  'validation-cancel',
]

/** Messages that hold all there is to say. */
export const NOT_CANCELS: readonly Workflow[] = ALL_WORKFLOWS.filter(
  (workflow) => !CANCELS.includes(workflow),
)

/** Messages about a request for validation that stands. */
export const VALIDATIONS: readonly Workflow[] = NOT_CANCELS.filter(
  (workflow) => WORKFLOWS[workflow].category === 'validation',
)

/** The two answers to a request for validation: what is known so far, and all. */
export const INTERIM = 'validation-response-interim'
export const FULL = 'validation-response-full'

/** Messages that answer an earlier one. */
export const RESPONSES: readonly Workflow[] = ALL_WORKFLOWS.filter(isResponse)

/** Messages that ask for something to be done for a patient. */
export const REQUESTS: readonly Workflow[] = NOT_CANCELS.filter(
  (workflow) => !isResponse(workflow) && !BOOKINGS.includes(workflow),
)
