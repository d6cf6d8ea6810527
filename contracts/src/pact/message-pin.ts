import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { definitionUrl } from '../../../src/bars/message-definitions.ts'
import { focusType, opens, WORKFLOWS, type Workflow } from '../../../src/bars/workflow.ts'
import { DEFAULT_APPOINTMENT_ID, STATEFUL_PATIENT } from '../../../src/receiver/111-ed/act.ts'
import { CELLS } from '../../../src/receiver/111-ed/cells.ts'
import type { Event } from '../../../src/receiver/111-ed/machine.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import type { Scenario, Sentinel } from '../../../src/scenarios/scenario.ts'
import { escaped, noneOf, oneOf, USE_CASE } from './patterns.ts'
import { contains, each, type Members, open, type Pin, regex, whole } from './pin.ts'

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
        entry('MessageHeader', headerMembers(row, workflow)),
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

const headerMembers = ({ reason }: Scenario, workflow: Workflow): Members => {
  const { event, reasons, definition } = WORKFLOWS[workflow]
  return {
    eventCoding: open({ system: SYSTEMS.event, code: event }),
    reason: concept(SYSTEMS.reason, anyOf(reason === undefined ? reasons : [reason])),
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

/** No NHS number: no identifier has a value of ten digits. */
const NOT_AN_NHS_NUMBER = '^(?![0-9]{10}$).*'

/** What the Patient of a message must have to choose a row. */
const patientMembers = ({ sentinel, id }: Scenario, workflow: Workflow): Members => {
  const [value] = sentinel.values
  if (value !== undefined && !needsNoNumber(sentinel)) {
    return { identifier: contains(open({ system: SYSTEMS.nhsNumber, value })) }
  }
  const others = sentinel.others ? noneOf(claimedByOthers(id, workflow)) : NOT_AN_NHS_NUMBER
  return { identifier: each(open({ value: regex(others) })) }
}

/** Whether a Patient without an NHS number chooses a row too. */
export const needsNoNumber = (sentinel: Sentinel): boolean =>
  sentinel.in === 'Patient.identifier' && sentinel.none === true

const claimedByOthers = (id: string, workflow: Workflow): readonly string[] => [
  ...SCENARIOS.filter(
    (row) => row.id !== id && row.sentinel.in === 'Patient.identifier' && row.on.includes(workflow),
  ).flatMap(({ sentinel }) => sentinel.values),
  ...STATEFUL_PATIENT,
]

// `Appointment/<id>`, or an absolute URL that ends so.
const TO_THE_BOOKING = `(?:.*/)?Appointment/${DEFAULT_APPOINTMENT_ID}$`

const LINKS: Readonly<Partial<Record<Event, Members>>> = {
  'refer-linked': {
    supportingInfo: contains(open({ reference: regex(`^${TO_THE_BOOKING}`) })),
  },
  'refer-mislinked': {
    supportingInfo: each(open({ reference: regex(`^(?!${TO_THE_BOOKING}).*`) })),
  },
}

/** What a referral of the stateful patient must, or must not, be linked to. */
const linkMembers = ({ id }: Scenario): Members => {
  const event = CELLS.find((cell) => cell.id === id)?.event
  return (event && LINKS[event]) ?? {}
}
