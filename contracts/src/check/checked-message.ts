import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { type Message, readMessage } from '../../../src/bars/message.ts'
import { definitionUrl } from '../../../src/bars/message-definitions.ts'
import { digitsOf } from '../../../src/bars/nhs-number.ts'
import {
  ALL_WORKFLOWS,
  focusType,
  isWorkflow,
  WORKFLOWS,
  type Workflow,
} from '../../../src/bars/workflow.ts'
import { namesOf } from '../../../src/fhir/bundle.ts'
import { codingCodes, conceptCodes, identifierValues } from '../../../src/fhir/coding.ts'
import { isObject, type JsonObject } from '../../../src/fhir/json.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { entriesOf, isOf, type PlacedEntry } from './placed-entry.ts'
import { definitionOf, mismatches } from './variables.ts'

/** A message taken apart as far as it goes: rules look at all of it, however wrong it is. */
export interface CheckedMessage {
  readonly json: JsonObject
  readonly entries: readonly PlacedEntry[]
  readonly header: PlacedEntry | undefined
  /** The entry that a reference leads to. */
  readonly led: (reference: unknown) => PlacedEntry | undefined
  /** The Appointment of a booking, else the ServiceRequest. */
  readonly focus: PlacedEntry | undefined
  /** As the sandbox understands it, the structure of the Bundle taken for granted. */
  readonly read: Message | Failure
  /** What it is meant to be: the scenario's workflow, else what it is understood as, or comes near. */
  readonly workflow: Workflow | undefined
  /** The codes of its use cases. */
  readonly useCases: readonly string[]
  readonly nhsNumbers: readonly string[]
}

/** Takes a message apart. */
export const checkedMessage = (
  row: Scenario | undefined,
  json: unknown,
): CheckedMessage | undefined => {
  if (!isObject(json)) return undefined
  const entries = entriesOf(json)
  const entry = entries.map((each) => each.entry)
  const read = readMessage({ ...json, resourceType: 'Bundle', entry })
  const workflow = meant(row?.on.filter(isWorkflow) ?? [], entries, read)
  const header = entries.find(isOf('MessageHeader'))
  const focus = focusOf(entries, read, workflow ? WORKFLOWS[workflow].event : eventOf(header))
  return {
    json,
    entries,
    header,
    led: leading(entries),
    focus,
    read,
    workflow,
    useCases: useCasesOf(focus),
    nhsNumbers: entries.filter(isOf('Patient')).flatMap(nhsNumbersOf),
  }
}

const leading = (entries: readonly PlacedEntry[]): CheckedMessage['led'] => {
  const byName = new Map<unknown, PlacedEntry>(
    entries.flatMap((each) => namesOf(each.entry).map((name) => [name, each] as const)),
  )
  return (reference) => byName.get(reference)
}

// The scenario's workflow; of several, the one that the message comes nearest to.
const meant = (
  allowed: readonly Workflow[],
  entries: readonly PlacedEntry[],
  read: Message | Failure,
): Workflow | undefined => {
  const understood = read instanceof Failure ? undefined : read.workflow
  if (allowed.length === 0) return understood ?? nearestDefined(entries)
  if (understood !== undefined && allowed.includes(understood)) return understood
  return byDistance(entries, allowed)[0]?.[0]
}

// What is not understood is taken for what its definition says, if one variable at most disagrees.
const nearestDefined = (entries: readonly PlacedEntry[]): Workflow | undefined => {
  const definition = definitionOf(entries.find(isOf('MessageHeader'))?.entry.resource)
  const defined = ALL_WORKFLOWS.filter(
    (workflow) => definitionUrl(WORKFLOWS[workflow].definition) === definition,
  )
  return byDistance(entries, defined).find(([, distance]) => distance <= 1)?.[0]
}

const byDistance = (
  entries: readonly PlacedEntry[],
  workflows: readonly Workflow[],
): readonly (readonly [Workflow, number])[] =>
  workflows
    .map((workflow) => [workflow, mismatches(entries, workflow).length] as const)
    .sort(([, a], [, b]) => a - b)

const eventOf = (header: PlacedEntry | undefined): string =>
  codingCodes(header?.entry.resource, 'eventCoding', SYSTEMS.event)[0] ?? ''

const focusOf = (
  entries: readonly PlacedEntry[],
  read: Message | Failure,
  event: string,
): PlacedEntry | undefined => {
  const possible = entries.filter(isOf(focusType(event)))
  const understood = read instanceof Failure ? undefined : read.focus
  return possible.find(({ entry }) => entry === understood) ?? possible[0]
}

const useCasesOf = (focus: PlacedEntry | undefined): readonly string[] =>
  ['category', 'serviceCategory'].flatMap((element) =>
    conceptCodes(focus?.entry.resource, element, SYSTEMS.useCase),
  )

const nhsNumbersOf = ({ entry }: PlacedEntry): readonly string[] =>
  identifierValues(entry.resource, 'identifier', SYSTEMS.nhsNumber).map(digitsOf)
