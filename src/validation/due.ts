import { ALL_WORKFLOWS, isResponse, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import type { Severity } from './rule.ts'

/** The Applications of BaRS by number, and how the codes of their use cases begin. */
const APPLICATIONS = {
  1: ['a1'],
  2: ['a2'],
  3: ['a3'],
  4: ['a4'],
  5: ['a5', 'referraltopharmacy'],
  6: ['a6'],
  7: ['a7'],
  8: ['a8'],
} as const satisfies Readonly<Record<number, readonly string[]>>

/** The number of an Application: 5 is GP to pharmacy, 6 is CAD to CAD. */
export type Application = keyof typeof APPLICATIONS

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

/** Messages that ask for validation. */
export const VALIDATION_REQUESTS: readonly Workflow[] = VALIDATIONS.filter((workflow) =>
  REQUESTS.includes(workflow),
)

/** In which messages something is due, and how sternly. */
export interface Due {
  /** The messages that must have it; all, if left out. */
  readonly on?: readonly Workflow[]
  /** The messages that should have it, where a Receiver does without. */
  readonly warnsOn?: readonly Workflow[]
  /** The Applications that alone ask for it. */
  readonly onlyIn?: readonly Application[]
  /** The Applications that do without. */
  readonly notIn?: readonly Application[]
  /** Set where messages published with the standard lack it, so that a Receiver must cope. */
  readonly isWarning?: true
}

/** What of a message decides what is due in it. */
export interface Circumstances {
  readonly workflow: Workflow | undefined
  /** The codes of its use cases. */
  readonly useCases: readonly string[]
}

/** Whether a message is of one of these Applications. */
export function isIn(applications: readonly Application[], useCases: readonly string[]): boolean {
  return applications.some((application) =>
    APPLICATIONS[application].some((prefix) =>
      useCases.some((each) => each.toLowerCase().startsWith(prefix)),
    ),
  )
}

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Application[]

/** What tells apart the circumstances in which other things are due. */
export function keyOf({ workflow, useCases }: Circumstances): string {
  const applications = NUMBERS.filter((number) => isIn([number], useCases))
  return `${workflow} ${useCases.length === 0 ? 'unknown' : applications.join()}`
}

/** How sternly a message is asked for something; undefined where it may do without. */
export function sternness(
  due: readonly Due[],
  circumstances: Circumstances,
): 'error' | 'warning' | undefined {
  const stern = due.map((each) => sternnessOf(each, circumstances))
  if (stern.includes('error')) return 'error'
  return stern.includes('warning') ? 'warning' : undefined
}

function sternnessOf(
  { on, warnsOn, onlyIn, notIn, isWarning }: Due,
  { workflow, useCases }: Circumstances,
): Exclude<Severity, 'information'> | undefined {
  const isOn = (workflows: readonly Workflow[]) =>
    workflow !== undefined && workflows.includes(workflow)
  const isUnknown = useCases.length === 0 && (onlyIn ?? notIn) !== undefined

  if (!isUnknown && ((onlyIn && !isIn(onlyIn, useCases)) || (notIn && isIn(notIn, useCases)))) {
    return undefined
  }
  if (warnsOn && isOn(warnsOn)) return 'warning'
  if (on && !isOn(on)) return undefined
  return isUnknown || isWarning ? 'warning' : 'error'
}
