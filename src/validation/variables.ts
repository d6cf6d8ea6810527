import { SYSTEMS } from '../bars/code-systems.ts'
import { definitionUrl } from '../bars/message-definitions.ts'
import { focusType, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import type { Resource } from '../fhir/bundle.ts'
import { codingCodes, conceptCodes } from '../fhir/coding.ts'
import { text } from '../fhir/json.ts'
import type { SentMessage } from './message.ts'

/** A workflow variable: where it is, what a message says there, and what a workflow allows. */
interface Variable {
  readonly of: 'header' | 'focus'
  readonly element: string
  readonly sent: (resource: Resource | undefined) => string | undefined
  /** None where the workflow leaves it open. */
  readonly allowed: (workflow: Workflow) => readonly string[]
}

/** The URL of the MessageDefinition that a MessageHeader names, without its version. */
export const definitionOf = (header: Resource | undefined): string | undefined =>
  text(header, 'definition')?.replace(/\|.*$/, '')

/** The workflow variables of BaRS. */
const VARIABLES: readonly Variable[] = [
  {
    of: 'header',
    element: 'eventCoding',
    sent: (header) => codingCodes(header, 'eventCoding', SYSTEMS.event)[0],
    allowed: (workflow) => [WORKFLOWS[workflow].event],
  },
  {
    of: 'header',
    element: 'reason',
    sent: (header) => conceptCodes(header, 'reason', SYSTEMS.reason)[0],
    allowed: (workflow) => WORKFLOWS[workflow].reasons,
  },
  {
    of: 'header',
    element: 'definition',
    sent: definitionOf,
    allowed: (workflow) => [definitionUrl(WORKFLOWS[workflow].definition)],
  },
  {
    of: 'focus',
    element: 'category',
    sent: (focus) => conceptCodes(focus, 'category', SYSTEMS.category)[0],
    allowed: (workflow) => [WORKFLOWS[workflow].category].filter((each) => each !== undefined),
  },
  {
    of: 'focus',
    element: 'status',
    sent: (focus) => text(focus, 'status'),
    allowed: (workflow) => WORKFLOWS[workflow].statuses,
  },
]

/** What a message has that is not what a workflow allows. */
export interface Mismatch {
  readonly where: string
  readonly allowed: readonly string[]
  readonly sent: string | undefined
}

/** The variables in which a message is not of a workflow. */
export function mismatches(of: SentMessage['of'], workflow: Workflow): readonly Mismatch[] {
  const placed = {
    header: of('MessageHeader')[0],
    focus: of(focusType(WORKFLOWS[workflow].event))[0],
  }
  return VARIABLES.flatMap((variable) => {
    const at = placed[variable.of]
    if (at === undefined) return []
    const allowed = variable.allowed(workflow)
    const sent = variable.sent(at.entry.resource)
    const isMet = allowed.length === 0 || (sent !== undefined && allowed.includes(sent))
    return isMet ? [] : [{ where: `${at.where}.${variable.element}`, allowed, sent }]
  })
}
