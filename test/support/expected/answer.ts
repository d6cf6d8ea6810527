import type { ExampleRequest } from '../../../src/examples/request.ts'
import type { Occasion, Reply, Scenario } from '../../../src/scenarios/scenario.ts'
import { expectedCapability } from './capability.ts'
import { expectedDefinitions } from './definitions.ts'
import { expectedMessage } from './message.ts'
import { expectedOutcome } from './outcome.ts'
import { expectedRead } from './read.ts'
import { expectedSlots } from './slots.ts'

/** A request of the table and what it is about. */
export interface Asked {
  readonly scenario: Scenario
  readonly occasion: Occasion
  readonly planted: string | undefined
  readonly request: ExampleRequest
  /** The FHIR base URL it is sent to. */
  readonly base: string
}

/** The whole body that a scenario promises; what a Receiver makes afresh is left to a matcher. */
export const expectedBody = (asked: Asked): unknown => EXPECTED[asked.scenario.reply.kind](asked)

const EXPECTED: Readonly<Record<Reply['kind'], (asked: Asked) => unknown>> = {
  capability: expectedCapability,
  definitions: expectedDefinitions,
  slots: expectedSlots,
  read: expectedRead,
  accept: expectedMessage,
  fail: expectedOutcome,
}
