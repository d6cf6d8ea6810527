import {
  codeInWords,
  type Entry,
  type MessageBundle,
  namesOf,
  type Resource,
  resourcesOf,
} from '../fhir/bundle.ts'
import { CODES, codingCodes, conceptCodes, identifierValues, sameSystem } from '../fhir/coding.ts'
import { list, text } from '../fhir/json.ts'
import { ALL_CATEGORIES, MESSAGE_EVENTS, SYSTEMS, USE_CASES } from './code-systems.ts'
import { type Diagnosis, Failure, fail } from './failure.ts'
import { digitsOf } from './ids.ts'
import { nearest } from './near.ts'
import { quoted } from './privacy.ts'
import {
  FOCUS_STATUSES,
  focusType,
  identifyWorkflow,
  opens,
  REASONS,
  type Reason,
  statusesFor,
  WORKFLOW_EVENTS,
  type Workflow,
  type WorkflowEvent,
  type WorkflowVariables,
  workflowsInWords,
} from './workflow.ts'

/** A message Bundle, read as BaRS means it. */
export interface Message {
  readonly bundle: MessageBundle
  readonly workflow: Workflow
  readonly reason: Reason
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
  return { bundle, workflow, reason, focus, nhsNumbers: nhsNumbersOf(bundle) }
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
    insteadOfCoding(header, ['eventCoding', 'event', 'eventUri'], SYSTEMS.event),
  )

const reasonIn = (header: Resource): Reason | Failure =>
  onlyCode(
    REASONS,
    'MessageHeader.reason',
    SYSTEMS.reason,
    conceptCodes(header, 'reason', SYSTEMS.reason),
    insteadOfCoding(header, ['reason'], SYSTEMS.reason),
  )

function onlyCode<Code extends string>(
  known: readonly Code[],
  expression: string,
  system: string,
  [code, second]: readonly string[],
  instead: string | undefined,
): Code | Failure {
  const found = second === undefined ? oneOf(known, code) : undefined
  if (found !== undefined) return found
  const near =
    code === undefined || second !== undefined || oneOf(known, code)
      ? undefined
      : nearest(code, known)
  return wrongElement('invariant', expression, {
    received:
      second === undefined
        ? ((code === undefined ? instead : undefined) ??
          codeInWords(code, [...known, ...MESSAGE_EVENTS]))
        : 'two different codes',
    expected: `one of ${known.join(', ')} of ${system}`,
    ...(near && { mend: `did you mean ${near}? Codes are case-sensitive` }),
  })
}

/** What a header has in place of a coding that is looked for: another system, or another shape. */
function insteadOfCoding(
  header: Resource,
  keys: readonly string[],
  known: string,
): string | undefined {
  const [found] = keys.flatMap((key) => list(header, key).map((value) => ({ key, value })))
  if (found === undefined) return undefined
  const { key, value } = found
  const [first = keys[0]] = keys
  const codings = [value, ...list(value, 'coding'), ...list(value, 'concept')]
  const system = codings.map((each) => text(each, 'system')).find((each) => each !== undefined)
  const shape = key === first ? '' : ` in ${key}`
  if (shape === '' && sameSystem(system, known)) return 'a coding whose code is no text'
  return system === undefined
    ? `a value${shape} that holds no coding`
    : `a coding${shape} of system ${quoted(system)}`
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
  const isBooking = resource.resourceType === 'Appointment'
  const [category, ...others] = conceptCodes(resource, 'category', SYSTEMS.category)
  const status = text(resource, 'status')
  const variables = {
    event,
    reason,
    category: isBooking ? undefined : oneOf(ALL_CATEGORIES, category),
    status: oneOf(FOCUS_STATUSES, status),
    definition: definitionName(text(header, 'definition') ?? ''),
    useCases: conceptCodes(resource, 'category', SYSTEMS.useCase),
  }
  const workflow = identifyWorkflow(variables)
  if (workflow !== undefined && others.length === 0) {
    return opens(workflow) && !isBooking ? checkUseCase(resource, workflow) : workflow
  }
  if (!isBooking && (variables.category === undefined || others.length > 0)) {
    return wrongCategory(resource, [...(category ? [category] : []), ...others])
  }
  return wrongStatus(resource, variables, status)
}

function wrongCategory(resource: Resource, sent: readonly string[]): Failure {
  const [only, second] = sent
  const told = sent.map((code) => codeInWords(code, ALL_CATEGORIES)).join(' and ')
  const system = list(resource, 'category')
    .flatMap((concept) => list(concept, 'coding'))
    .map((coding) => text(coding, 'system'))
    .find((each) => each !== undefined && !sameSystem(each, SYSTEMS.useCase))
  const instead = system === undefined ? 'no category' : `a category of system ${quoted(system)}`
  return wrongElement('invariant', 'ServiceRequest.category', {
    received: only === undefined ? instead : told,
    expected: `one of ${ALL_CATEGORIES.join(', ')} of ${SYSTEMS.category}`,
    ...(second && { mend: 'a message is of one of them: leave the other out' }),
  })
}

// An element at a time: first what no workflow of the event has, then what this combination has not.
function wrongStatus(
  resource: Resource,
  variables: WorkflowVariables,
  status: string | undefined,
): Failure {
  const allowed = statusesFor(variables)
  const oneOfThem = allowed.length === 1 ? `'${allowed[0]}'` : `one of ${allowed.join(', ')}`
  const near = status === undefined ? undefined : nearest(status, allowed)
  if (allowed.length > 0) {
    return wrongElement('invariant', `${resource.resourceType}.status`, {
      received: codeInWords(resource['status'], STATUSES),
      expected: `${oneOfThem} with event ${variables.event} and reason ${variables.reason}`,
      ...(near && { mend: `did you mean ${near}? Codes are case-sensitive` }),
    })
  }
  return wrongElement('invariant', 'MessageHeader.reason', {
    received: `'${variables.reason}' with event ${variables.event}`,
    expected: `a workflow of BaRS: ${workflowsInWords(variables.event)}`,
  })
}

// One that belongs to the other resource is a likely mistake.
const STATUSES = [...CODES.appointmentStatus, ...CODES.requestStatus, ...CODES.slotStatus]

// A canonical may end with `|` and a version.
const definitionName = (canonical: string): string | undefined =>
  canonical.split('|', 1)[0]?.split('bars-message-').at(-1)

// Of a booking no source asks for a use case: there it is a finding (ruling 26).
const checkUseCase = (resource: Resource, workflow: Workflow): Workflow | Failure => {
  const codes = conceptCodes(resource, 'category', SYSTEMS.useCase)
  const expected = `a coding of ${SYSTEMS.useCase}, such as a1t1`
  if (codes.length === 0) {
    return wrongElement('required', 'ServiceRequest.category', {
      received: 'no use-case coding',
      expected,
    })
  }
  if (codes.some((code) => Object.hasOwn(USE_CASES, code.toLowerCase()))) return workflow
  return wrongElement('value', 'ServiceRequest.category', {
    received: 'a use case that the code system does not have',
    expected,
  })
}

/** The failure of a message whose element, a FHIRPath, keeps a Receiver from acting on it. */
const wrongElement = (
  issue: 'structure' | 'invariant' | 'required' | 'value',
  expression: string,
  told: Pick<Diagnosis, 'received' | 'expected' | 'mend'>,
): Failure => fail('REC_BAD_REQUEST', issue, { where: expression, ...told, expression })
