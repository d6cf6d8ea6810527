import type { Occasion } from '../../../src/bars/occasions.ts'
import type { ExampleRequest } from '../../../src/examples/request.ts'
import { expectedCapability } from './capability.ts'
import { expectedDefinitions } from './definitions.ts'
import { expectedMessage } from './message.ts'
import { expectedFound, expectedRead } from './read.ts'
import { REFUSALS, refusal } from './refusals.ts'
import { expectedSlots } from './slots.ts'

/** A request of the table and what it is about. */
export interface Asked {
  /** The id of the row. */
  readonly scenario: string
  readonly occasion: Occasion
  readonly planted: string | undefined
  readonly request: ExampleRequest
  /** The FHIR base URL it is sent to. */
  readonly base: string
}

/** The whole body that a scenario promises; what a Receiver makes afresh is left to a matcher. */
export const expectedBody = (asked: Asked): unknown => {
  if (REFUSALS[asked.scenario] !== undefined) return expectedOutcome(asked.scenario)
  const expected = READS[asked.occasion] ?? expectedMessage
  return expected(asked)
}

/** The HTTP status that a scenario promises. */
export const expectedStatus = ({ scenario }: Asked): number => REFUSALS[scenario]?.[0] ?? 200

const READS: Readonly<Partial<Record<Occasion, (asked: Asked) => unknown>>> = {
  metadata: expectedCapability,
  MessageDefinition: expectedDefinitions,
  Slot: expectedSlots,
  'Slot-busy': expectedSlots,
  Appointment: expectedRead,
  ServiceRequest: expectedRead,
  'Appointment-search': expectedFound,
  'ServiceRequest-search': expectedFound,
}

/** The OperationOutcome of a scenario that refuses. */
const expectedOutcome = (scenario: string) => {
  const row = REFUSALS[scenario]
  if (row === undefined) throw new Error(`no refusal of ${scenario} is expected`)
  return refusal(...row, /\S/)
}
