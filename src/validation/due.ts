import { ALL_APPLICATIONS, type Application, applicationsOf, isIn } from '../bars/applications.ts'
import { ALL_WORKFLOWS, isResponse, WORKFLOWS, type Workflow } from '../bars/workflow.ts'

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

/** The answer to a referral of Application 6. */
export const SHORT = 'referral-response-short'

/** Messages that answer an earlier one. */
export const RESPONSES: readonly Workflow[] = ALL_WORKFLOWS.filter(isResponse)

/** Messages that ask for something to be done for a patient. */
export const REQUESTS: readonly Workflow[] = NOT_CANCELS.filter(
  (workflow) => !isResponse(workflow) && !BOOKINGS.includes(workflow),
)

/** Messages about a referral or a validation that hold what the Sender or responder knows of the patient. */
export const WHOLE: readonly Workflow[] = [...REQUESTS, FULL, 'referral-response']

/** The same, and those that answer in short. */
export const WITH_ENCOUNTERS: readonly Workflow[] = [...REQUESTS, ...RESPONSES]

/** Messages that ask for validation. */
export const VALIDATION_REQUESTS: readonly Workflow[] = VALIDATIONS.filter((workflow) =>
  REQUESTS.includes(workflow),
)

type Stern = 'error' | 'warning'

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

/** What tells apart the circumstances in which other things are due. */
export function keyOf({ workflow, useCases }: Circumstances): string {
  return `${workflow} ${useCases.length === 0 ? 'unknown' : applicationsOf(useCases).join()}`
}

/** Each of these must ask for something, the mildest of them says how sternly; of its list, one is enough. */
export type Dues = readonly (readonly Due[])[]

/** How sternly a message is asked for something; undefined where it may do without. */
export function sternness(dues: Dues, circumstances: Circumstances): Stern | undefined {
  const stern = dues.map((any) => sternest(any.map((each) => sternnessOf(each, circumstances))))
  if (stern.includes(undefined)) return undefined
  return stern.includes('warning') ? 'warning' : 'error'
}

/** The Applications that ask for something. */
export const applicationsAsking = (dues: Dues): readonly Application[] =>
  ALL_APPLICATIONS.filter((each) => dues.every((any) => any.some(asks(each))))

const asks =
  (application: Application) =>
  ({ on, warnsOn = [], onlyIn, notIn = [] }: Due): boolean => {
    const workflows = on === undefined ? ALL_WORKFLOWS : [...on, ...warnsOn]
    return (
      onlyIn?.includes(application) !== false &&
      !notIn.includes(application) &&
      workflows.some((each) => WORKFLOWS[each].applications.some((its) => its === application))
    )
  }

function sternest(stern: readonly (Stern | undefined)[]): Stern | undefined {
  return stern.includes('error') ? 'error' : stern.find((each) => each !== undefined)
}

function sternnessOf(
  { on, warnsOn, onlyIn, notIn, isWarning }: Due,
  { workflow, useCases }: Circumstances,
): Stern | undefined {
  const isOn = (workflows: readonly Workflow[]) =>
    workflow !== undefined && workflows.includes(workflow)
  // Of an Application that nothing tells, what all but a few ask for is due, and mildly.
  const isUnknown = useCases.length === 0 && notIn !== undefined

  if (onlyIn && !isIn(onlyIn, useCases)) return undefined
  if (notIn && isIn(notIn, useCases)) return undefined
  if (warnsOn && isOn(warnsOn)) return 'warning'
  if (on && !isOn(on)) return undefined
  return isUnknown || isWarning ? 'warning' : 'error'
}
