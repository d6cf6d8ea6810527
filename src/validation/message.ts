import { SYSTEMS } from '../bars/code-systems.ts'
import { Failure } from '../bars/failure.ts'
import { digitsOf } from '../bars/ids.ts'
import { type Message, readMessage } from '../bars/message.ts'
import { definitionUrl } from '../bars/message-definitions.ts'
import {
  ALL_WORKFLOWS,
  focusType,
  WORKFLOW_EVENTS,
  WORKFLOWS,
  type Workflow,
  type WorkflowEvent,
} from '../bars/workflow.ts'
import { type Entry, isEntry, namesOf, type Resource } from '../fhir/bundle.ts'
import { codingCodes, conceptCodes, identifierValues } from '../fhir/coding.ts'
import { isObject, type JsonObject } from '../fhir/json.ts'
import { isResourceType } from '../fhir/r4/types.ts'
import { Walk } from './r4/walk.ts'
import type { Finding } from './rule.ts'
import { definitionOf, mismatches } from './variables.ts'
import type { Gathered } from './walk.ts'

/** An entry that holds a resource, and where in the message that resource is (FHIRPath). */
export interface PlacedEntry {
  readonly where: string
  readonly entry: Entry
}

/** A message taken apart as far as it goes: rules look at all of it, however wrong it is. */
export interface SentMessage {
  readonly json: JsonObject
  /** The entries that hold a resource. */
  readonly entries: readonly PlacedEntry[]
  /** Those of a type, in the order sent. */
  readonly of: (resourceType: string) => readonly PlacedEntry[]
  readonly header: PlacedEntry | undefined
  /** The entry that a reference leads to. */
  readonly led: (reference: unknown) => PlacedEntry | undefined
  /** The Appointment of a booking, else the ServiceRequest. */
  readonly focus: PlacedEntry | undefined
  /** As a Receiver understands it, the structure of the Bundle taken for granted. */
  readonly read: Message | Failure
  /** What it is meant to be: what is expected, else what it is understood as, or comes near. */
  readonly workflow: Workflow | undefined
  /** The codes of its use cases. */
  readonly useCases: readonly string[]
  readonly nhsNumbers: readonly string[]
  readonly gathered: Gathered
  /** What of it is not as R4 has it. */
  readonly r4: readonly Finding[]
}

/** Takes a message apart; `expected` are the workflows that it may be of, any where there is none. */
export function takeMessageApart(
  json: unknown,
  expected: readonly Workflow[],
): SentMessage | undefined {
  if (!isObject(json)) return undefined
  const entries = entriesOf(json)
  const of = byType(entries)
  const entry = entries.map((each) => each.entry)
  const read = readMessage({ ...json, resourceType: 'Bundle', entry })
  const workflow = meant(expected, of, read)
  const [header] = of('MessageHeader')
  const focus = focusOf(of, read, workflow ? WORKFLOWS[workflow].event : eventOf(header))
  const led = leading(entries)
  const typeAt = (reference: string) => typeLed(led, reference)
  const { gathered, faults } = new Walk(json, { type: 'Bundle', root: 'Bundle', typeAt })
  return {
    json,
    entries,
    of,
    header,
    led,
    focus,
    read,
    workflow,
    useCases: useCasesOf(focus?.entry.resource),
    nhsNumbers: of('Patient').flatMap(({ entry: { resource } }) =>
      identifierValues(resource, 'identifier', SYSTEMS.nhsNumber).map(digitsOf),
    ),
    gathered,
    r4: faults.found,
  }
}

function entriesOf({ entry }: JsonObject): readonly PlacedEntry[] {
  const entries: PlacedEntry[] = []
  const sent: readonly unknown[] = Array.isArray(entry) ? entry : []
  for (const [place, each] of sent.entries()) {
    if (isEntry(each)) entries.push({ where: `Bundle.entry[${place}].resource`, entry: each })
  }
  return entries
}

function byType(entries: readonly PlacedEntry[]): SentMessage['of'] {
  const types = new Map<string, PlacedEntry[]>()
  for (const each of entries) {
    const { resourceType } = each.entry.resource
    const same = types.get(resourceType)
    if (same === undefined) types.set(resourceType, [each])
    else same.push(each)
  }
  return (resourceType) => types.get(resourceType) ?? []
}

function leading(entries: readonly PlacedEntry[]): SentMessage['led'] {
  const byName = new Map<unknown, PlacedEntry>()
  for (const each of entries) for (const name of namesOf(each.entry)) byName.set(name, each)
  return (reference) => byName.get(reference)
}

// What is elsewhere is called by its type and its id.
function typeLed(led: SentMessage['led'], reference: string): string | undefined {
  const type = led(reference)?.entry.resource.resourceType
  if (type !== undefined || reference.startsWith('urn:')) return type
  const [, named] = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/.exec(reference) ?? []
  return named !== undefined && isResourceType(named) ? named : undefined
}

// What is expected; of several workflows, the one that the message comes nearest to.
function meant(
  expected: readonly Workflow[],
  of: SentMessage['of'],
  read: Message | Failure,
): Workflow | undefined {
  const understood = read instanceof Failure ? undefined : read.workflow
  if (expected.length === 0) return understood ?? nearestDefined(of)
  if (understood !== undefined && expected.includes(understood)) return understood
  return byDistance(of, expected)[0]?.[0]
}

// What is not understood is taken for what its definition says, if one variable at most disagrees.
function nearestDefined(of: SentMessage['of']): Workflow | undefined {
  const definition = definitionOf(of('MessageHeader')[0]?.entry.resource)
  const defined = ALL_WORKFLOWS.filter(
    (workflow) => definitionUrl(WORKFLOWS[workflow].definition) === definition,
  )
  return byDistance(of, defined).find(([, distance]) => distance <= 1)?.[0]
}

const byDistance = (
  of: SentMessage['of'],
  workflows: readonly Workflow[],
): readonly (readonly [Workflow, number])[] =>
  workflows
    .map((workflow) => [workflow, mismatches(of, workflow).length] as const)
    .sort(([, a], [, b]) => a - b)

const eventOf = (header: PlacedEntry | undefined): WorkflowEvent | undefined => {
  const [code] = codingCodes(header?.entry.resource, 'eventCoding', SYSTEMS.event)
  return WORKFLOW_EVENTS.find((each) => each === code)
}

function focusOf(
  of: SentMessage['of'],
  read: Message | Failure,
  event: WorkflowEvent | undefined,
): PlacedEntry | undefined {
  const possible = of(focusType(event))
  const understood = read instanceof Failure ? undefined : read.focus
  return possible.find(({ entry }) => entry === understood) ?? possible[0]
}

const useCasesOf = (focus: Resource | undefined): readonly string[] =>
  ['category', 'serviceCategory'].flatMap((element) =>
    conceptCodes(focus, element, SYSTEMS.useCase),
  )
