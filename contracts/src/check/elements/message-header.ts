import { SYSTEMS } from '../../../../src/bars/code-systems.ts'
import { sameSystem } from '../../../../src/fhir/coding.ts'
import { isServiceEndpoint } from './formats.ts'
import type { ResourceElement } from './resource-element.ts'
import { RESPONSES } from './workflows.ts'

const inSystem = (system: string) => ({
  expected: `'${system}'`,
  is: (value: unknown) => typeof value === 'string' && sameSystem(value, system),
})

const endpoint = {
  expected: `'${SYSTEMS.dosService}|' and the id of a service`,
  is: isServiceEndpoint,
} as const

/** What a MessageHeader must have. */
export const MESSAGE_HEADER: readonly ResourceElement[] = [
  { path: 'eventCoding.system', ...inSystem(SYSTEMS.event) },
  { path: 'eventCoding.code', expected: 'what the message is' },
  { path: 'destination[].endpoint', ...endpoint },
  {
    path: 'destination[].receiver.reference',
    expected: 'a reference to the Organization it is for',
  },
  { path: 'sender.reference', expected: 'a reference to the Organization that sends it' },
  { path: 'source.name', expected: 'the name of the service that sends it' },
  { path: 'source.endpoint', ...endpoint },
  { path: 'reason.coding[].system', ...inSystem(SYSTEMS.reason) },
  { path: 'reason.coding[].code', expected: 'why the message is sent' },
  { path: 'focus[].reference', expected: 'a reference to what the message is about' },
  { path: 'definition', expected: 'the URL of a MessageDefinition of BaRS' },
  {
    path: 'response.identifier',
    expected: 'the Bundle.id of the request that is answered',
    on: RESPONSES,
  },
  { path: 'response.code', expected: "'ok'", is: (value) => value === 'ok', on: RESPONSES },
]
