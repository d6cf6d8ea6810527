import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { definitionUrl } from '../../../src/bars/message-definitions.ts'
import { focusType, opens, WORKFLOWS, type Workflow } from '../../../src/bars/workflow.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { linkMembers } from './link-pin.ts'
import { patientMembers } from './patient-pin.ts'
import { escaped, oneOf, USE_CASE } from './patterns.ts'
import { contains, type Members, open, type Pin, regex, whole } from './pin.ts'

const BUNDLE_KEYS =
  '^(?:resourceType|id|meta|implicitRules|language|identifier|type|timestamp|entry|signature)$'

// What BaRS demands of every Bundle: resourceType, id, meta, type, timestamp and entry.
const BUNDLE_LEAST = 6

/** What a message must have to choose a row: its header, its focus and its patient. */
export const messagePin = (row: Scenario, workflow: Workflow): Pin =>
  open(
    {
      resourceType: 'Bundle',
      type: 'message',
      entry: contains(
        entry('MessageHeader', headerMembers(workflow)),
        entry(focusType(WORKFLOWS[workflow].event), {
          ...focusMembers(workflow),
          ...linkMembers(row),
        }),
        entry('Patient', patientMembers(row, workflow)),
      ),
    },
    { keys: BUNDLE_KEYS, atLeast: BUNDLE_LEAST },
  )

// An entry is a fullUrl and a resource: one without its resource would else pass for any.
const entry = (resourceType: string, members: Members): Pin =>
  whole({ resource: open({ resourceType, ...members }) })

const concept = (system: string, code: Pin): Pin =>
  open({ coding: contains(open({ system, code })) })

const anyOf = (codes: readonly string[]): Pin => {
  const [only = '', ...others] = codes
  return others.length === 0 ? only : regex(oneOf(codes))
}

const headerMembers = (workflow: Workflow): Members => {
  const { event, reasons, definition } = WORKFLOWS[workflow]
  return {
    eventCoding: open({ system: SYSTEMS.event, code: event }),
    reason: concept(SYSTEMS.reason, anyOf(reasons)),
    // A version may follow a canonical URL.
    definition: regex(String.raw`^${escaped(definitionUrl(definition))}(?:\|.*)?$`),
  }
}

const focusMembers = (workflow: Workflow): Members => {
  const { category, statuses } = WORKFLOWS[workflow]
  // Only a message that opens a conversation must name its use case.
  const useCases = opens(workflow) ? [concept(SYSTEMS.useCase, regex(USE_CASE))] : []
  const status = anyOf(statuses)
  if (category !== undefined) {
    return { status, category: contains(concept(SYSTEMS.category, category), ...useCases) }
  }
  return useCases.length > 0 ? { status, serviceCategory: contains(...useCases) } : { status }
}
