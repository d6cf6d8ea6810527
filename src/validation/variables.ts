import { SYSTEMS } from '../bars/code-systems.ts'
import { definitionUrl } from '../bars/message-definitions.ts'
import { focusType, WORKFLOWS, type Workflow } from '../bars/workflow.ts'
import type { Resource } from '../fhir/bundle.ts'
import { codingCodes, conceptCodes, sameSystem } from '../fhir/coding.ts'
import { member, text } from '../fhir/json.ts'
import type { PlacedEntry, SentMessage } from './message.ts'

/** A workflow variable: where it is, what a message says there, and what a workflow allows. */
interface Variable {
  readonly of: 'header' | 'focus'
  readonly element: string
  readonly sent: (resource: Resource | undefined) => string | undefined
  /** None where the workflow leaves it open. */
  readonly allowed: (workflow: Workflow) => readonly string[]
  /** The system of its codes, where it is one of codes. */
  readonly system?: string
}

/** The URL of the MessageDefinition that a MessageHeader names, without its version. */
export const definitionOf = (header: Resource | undefined): string | undefined =>
  text(header, 'definition')?.replace(/\|.*$/, '')

/** The workflow variables of BaRS. */
const VARIABLES: readonly Variable[] = [
  {
    of: 'header',
    element: 'eventCoding',
    system: SYSTEMS.event,
    sent: (header) => codingCodes(header, 'eventCoding', SYSTEMS.event)[0],
    allowed: (workflow) => [WORKFLOWS[workflow].event],
  },
  {
    of: 'header',
    element: 'reason',
    system: SYSTEMS.reason,
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
    system: SYSTEMS.category,
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
  /** The codes, or the system that is to have them. */
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
    return isMet ? [] : [mismatch(variable, at, { allowed, sent })]
  })
}

/** Where exactly it is, and whether it is the system that is at fault. */
function mismatch(
  { element, system }: Variable,
  { where, entry: { resource } }: PlacedEntry,
  { allowed, sent }: Omit<Mismatch, 'where'>,
): Mismatch {
  const codings = system === undefined ? [] : placedCodings(resource, element)
  const coding = codings.find((each) => sent !== undefined && text(each.coding, 'code') === sent)
  if (coding !== undefined) return { where: `${where}.${coding.at}.code`, allowed, sent }
  // Of several codings nobody knows which was to be of the system.
  const [only, ...others] = codings.filter(({ coding: each }) => !isOfBars(text(each, 'system')))
  const other = others.length === 0 ? text(only?.coding, 'system') : undefined
  return other === undefined || only === undefined || system === undefined
    ? { where: `${where}.${element}`, allowed, sent }
    : { where: `${where}.${only.at}.system`, allowed: [`'${system}'`], sent: other }
}

const isOfBars = (system: string | undefined): boolean =>
  Object.values(SYSTEMS).some((each) => sameSystem(system, each))

interface PlacedCoding {
  readonly at: string
  readonly coding: unknown
}

/** The codings of an element: a Coding, or those of a concept, or of several. */
function placedCodings(resource: Resource, element: string): readonly PlacedCoding[] {
  return itemsOf(resource[element], element).flatMap(({ at, coding: each }) => {
    const within = member(each, 'coding')
    return within === undefined ? [{ at, coding: each }] : itemsOf(within, `${at}.coding`)
  })
}

function itemsOf(value: unknown, at: string): readonly PlacedCoding[] {
  if (!Array.isArray(value)) return value === undefined ? [] : [{ at, coding: value }]
  return value.map((coding: unknown, place) => ({ at: `${at}[${place}]`, coding }))
}
