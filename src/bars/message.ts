import {
  codeInWords,
  type Entry,
  type MessageBundle,
  namesOf,
  type Resource,
  resourcesOf,
} from '../fhir/bundle.ts'
import { CODES, codingCodes, conceptCodes, identifierValues } from '../fhir/coding.ts'
import { list, text } from '../fhir/json.ts'
import { ALL_CATEGORIES, MESSAGE_EVENTS, SYSTEMS } from './code-systems.ts'
import { Failure, fail } from './failure.ts'
import { digitsOf } from './ids.ts'
import {
  FOCUS_STATUSES,
  focusType,
  identifyWorkflow,
  opens,
  REASONS,
  type Reason,
  WORKFLOW_EVENTS,
  type Workflow,
  type WorkflowEvent,
  workflowsInWords,
} from './workflow.ts'

/** A message Bundle, read as BaRS means it. */
export interface Message {
  readonly bundle: MessageBundle
  readonly workflow: Workflow
  /** The Appointment of a booking, else the ServiceRequest. */
  readonly focus: Entry
  /** The NHS numbers of the Patients, sorted; empty where none is sent. */
  readonly nhsNumbers: readonly string[]
}

/** Reads a message, or says why a Receiver could not act on it (BaRS Core, "Bundle Processing"). */
export const readMessage = (bundle: MessageBundle): Message | Failure => {
  const header = onlyHeader(bundle)
  if (header instanceof Failure) return header

  const event = eventIn(header)
  if (event instanceof Failure) return event

  const reason = reasonIn(header)
  if (reason instanceof Failure) return reason

  const focus = findFocus(bundle, header, event, reason)
  if (focus instanceof Failure) return focus

  const workflow = readWorkflow(header, focus, event, reason)
  if (workflow instanceof Failure) return workflow
  return { bundle, workflow, focus, nhsNumbers: nhsNumbersOf(bundle) }
}

const onlyHeader = (bundle: MessageBundle): Resource | Failure => {
  const [header, ...others] = resourcesOf(bundle, 'MessageHeader')
  if (header !== undefined && others.length === 0) return header
  return wrongElement('structure', 'Bundle.entry', {
    received: header === undefined ? 'no MessageHeader' : `${others.length + 1} MessageHeaders`,
    expected: 'exactly one MessageHeader',
  })
}

const eventIn = (header: Resource): WorkflowEvent | Failure =>
  onlyCode(
    WORKFLOW_EVENTS,
    'MessageHeader.eventCoding',
    SYSTEMS.event,
    codingCodes(header, 'eventCoding', SYSTEMS.event),
  )

const reasonIn = (header: Resource): Reason | Failure =>
  onlyCode(
    REASONS,
    'MessageHeader.reason',
    SYSTEMS.reason,
    conceptCodes(header, 'reason', SYSTEMS.reason),
  )

function onlyCode<Code extends string>(
  known: readonly Code[],
  expression: string,
  system: string,
  [code, second]: readonly string[],
): Code | Failure {
  const found = second === undefined ? oneOf(known, code) : undefined
  return (
    found ??
    wrongElement('invariant', expression, {
      received:
        second === undefined
          ? codeInWords(code, [...known, ...MESSAGE_EVENTS])
          : 'two different codes',
      expected: `one of ${known.join(', ')} of ${system}`,
    })
  )
}

const oneOf = <Code extends string>(
  known: readonly Code[],
  code: string | undefined,
): Code | undefined => known.find((each) => each === code)

// The focus is the one that MessageHeader.focus points at; where that is another resource (a
// response points at its Encounter) it is the only one of its type.
const findFocus = (
  bundle: MessageBundle,
  header: Resource,
  event: WorkflowEvent,
  reason: Reason,
): Entry | Failure => {
  const type = focusType(event)
  const all = bundle.entry.filter(({ resource }) => resource.resourceType === type)
  if (type === 'Appointment' && reason === 'new' && all.length > 1) {
    return wrongElement('invariant', 'Bundle.entry', {
      received: `${all.length} Appointments in a new booking`,
      expected: 'one Appointment: cancel the first, then book the second',
    })
  }
  const references = new Set(list(header, 'focus').map((each) => text(each, 'reference')))
  const referred = all.filter((entry) => namesOf(entry).some((name) => references.has(name)))
  const [focus, second] = referred.length > 0 ? referred : all
  if (focus !== undefined && second === undefined) return focus
  return wrongElement('invariant', 'MessageHeader.focus', {
    received: focus === undefined ? `no ${type}` : `${all.length} ${type}s and no one focus`,
    expected: `one ${type} for event ${event}`,
  })
}

const nhsNumbersOf = (bundle: MessageBundle): readonly string[] => {
  const numbers = resourcesOf(bundle, 'Patient').flatMap((patient) =>
    identifierValues(patient, 'identifier', SYSTEMS.nhsNumber).map(digitsOf),
  )
  return [...new Set(numbers)].sort()
}

/** The workflow of a message by its variables; a new request must name its use case too. */
const readWorkflow = (
  header: Resource,
  { resource }: Entry,
  event: WorkflowEvent,
  reason: Reason,
): Workflow | Failure => {
  const [category, second] = conceptCodes(resource, 'category', SYSTEMS.category)
  const status = text(resource, 'status')
  const isBooking = resource.resourceType === 'Appointment'
  const workflow = identifyWorkflow({
    event,
    reason,
    category: isBooking ? undefined : oneOf(ALL_CATEGORIES, category),
    status: oneOf(FOCUS_STATUSES, status),
    definition: definitionName(text(header, 'definition') ?? ''),
    useCases: conceptCodes(resource, 'category', SYSTEMS.useCase),
  })
  if (workflow !== undefined && second === undefined) {
    return opens(workflow) ? checkUseCase(resource, workflow) : workflow
  }
  const categories = second ? 'two categories' : `category ${codeInWords(category, ALL_CATEGORIES)}`
  return wrongElement('invariant', resource.resourceType, {
    received: `event ${event}, reason ${reason}, ${categories}, status ${codeInWords(status, STATUSES)}`,
    expected: `a workflow of BaRS: ${workflowsInWords(event)}`,
  })
}

// One that belongs to the other resource is a likely mistake.
const STATUSES = [...CODES.appointmentStatus, ...CODES.requestStatus, ...CODES.slotStatus]

// A canonical may end with `|` and a version.
const definitionName = (canonical: string): string | undefined =>
  canonical.split('|', 1)[0]?.split('bars-message-').at(-1)

const checkUseCase = (resource: Resource, workflow: Workflow): Workflow | Failure => {
  const element = resource.resourceType === 'Appointment' ? 'serviceCategory' : 'category'
  if (conceptCodes(resource, element, SYSTEMS.useCase).length > 0) return workflow
  return wrongElement('required', `${resource.resourceType}.${element}`, {
    received: 'no use-case coding',
    expected: `a coding of ${SYSTEMS.useCase}, such as a1t1`,
  })
}

/** The failure of a message whose element, a FHIRPath, keeps a Receiver from acting on it. */
const wrongElement = (
  issue: 'structure' | 'invariant' | 'required',
  expression: string,
  { received, expected }: { readonly received: string; readonly expected: string },
): Failure => fail('REC_BAD_REQUEST', issue, { where: expression, received, expected, expression })
