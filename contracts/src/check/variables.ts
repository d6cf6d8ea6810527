import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { definitionUrl } from '../../../src/bars/message-definitions.ts'
import { focusType, WORKFLOWS, type Workflow } from '../../../src/bars/workflow.ts'
import { codingCodes, conceptCodes } from '../../../src/fhir/coding.ts'
import { text } from '../../../src/fhir/json.ts'
import { isOf, type PlacedEntry } from './placed-entry.ts'

type Resource = PlacedEntry['entry']['resource'] | undefined

/** A workflow variable: where it is, what a message says there, and what a workflow allows. */
interface Variable {
  readonly of: 'header' | 'focus'
  readonly element: string
  readonly sent: (resource: Resource) => string | undefined
  /** None where the workflow leaves it open. */
  readonly allowed: (workflow: Workflow) => readonly string[]
}

/** The URL of the MessageDefinition that a MessageHeader names, without its version. */
export const definitionOf = (header: Resource): string | undefined =>
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
export const mismatches = (
  entries: readonly PlacedEntry[],
  workflow: Workflow,
): readonly Mismatch[] => {
  const placed = {
    header: entries.find(isOf('MessageHeader')),
    focus: entries.find(isOf(focusType(WORKFLOWS[workflow].event))),
  }
  return VARIABLES.flatMap(({ of, element, sent: read, allowed: allow }) => {
    const at = placed[of]
    const allowed = allow(workflow)
    const sent = read(at?.entry.resource)
    const isMet = allowed.length === 0 || (sent !== undefined && allowed.includes(sent))
    return isMet || at === undefined ? [] : [{ where: `${at.where}.${element}`, allowed, sent }]
  })
}
