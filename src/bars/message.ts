import {
  type Entry,
  type MessageBundle,
  namesOf,
  type Resource,
  resourcesOf,
  shown,
} from '../fhir/bundle.ts'
import { codingCodes, conceptCodes, identifierValues } from '../fhir/coding.ts'
import { list, text } from '../fhir/json.ts'
import { MESSAGE_EVENTS, SYSTEMS } from './code-systems.ts'
import { Failure } from './failure.ts'
import { readWorkflow } from './message-workflow.ts'
import { digitsOf } from './nhs-number.ts'
import { EVENTS, focusType, REASONS, type Workflow } from './workflow.ts'
import { wrongElement } from './wrong-element.ts'

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

  const event = oneOf(
    EVENTS,
    'MessageHeader.eventCoding',
    SYSTEMS.event,
    codingCodes(header, 'eventCoding', SYSTEMS.event),
  )
  if (event instanceof Failure) return event

  const reason = oneOf(
    REASONS,
    'MessageHeader.reason',
    SYSTEMS.reason,
    conceptCodes(header, 'reason', SYSTEMS.reason),
  )
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

const oneOf = (
  known: readonly string[],
  expression: string,
  system: string,
  [code, second]: readonly string[],
): string | Failure => {
  if (code !== undefined && second === undefined && known.includes(code)) return code
  return wrongElement('invariant', expression, {
    received:
      second === undefined ? shown(code, [...known, ...MESSAGE_EVENTS]) : 'two different codes',
    expected: `one of ${known.join(', ')} of ${system}`,
  })
}

// The focus is the one that MessageHeader.focus points at; where that is another resource (a
// response points at its Encounter) it is the only one of its type.
const findFocus = (
  bundle: MessageBundle,
  header: Resource,
  event: string,
  reason: string,
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
