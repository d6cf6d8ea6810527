import type { CapabilityStatement, CapabilityStatementRest } from 'fhir/r4'
import { FHIR_JSON } from '../bars/media-type.ts'
import { definitionUrl, type MessageDefinitionName } from '../bars/message-definitions.ts'
import { rememberBy } from '../bars/remember.ts'
import { INCLUDE_VALUES } from '../bars/slot-search.ts'
import {
  CAPABILITIES,
  type Capability,
  type CapabilityName,
  type CapableOf,
} from '../scenarios/capabilities.ts'

type RestResource = NonNullable<CapabilityStatementRest['resource']>[number]

const read = [{ code: 'read' as const }]
const searchable = [{ code: 'search-type' as const }]

/** The interactions of BaRS with each type, which are those the sandbox has. */
const RESOURCES: Readonly<Record<CapableOf | 'MessageDefinition', RestResource>> = {
  MessageDefinition: {
    type: 'MessageDefinition',
    interaction: searchable,
    searchParam: [
      { name: 'context', type: 'token', documentation: 'The service, and its use case.' },
    ],
  },
  Appointment: { type: 'Appointment', interaction: read },
  ServiceRequest: { type: 'ServiceRequest', interaction: read },
  Slot: {
    type: 'Slot',
    interaction: searchable,
    searchInclude: [...INCLUDE_VALUES],
    searchParam: [
      { name: 'Schedule.actor:HealthcareService', type: 'token', documentation: 'The service.' },
      { name: 'start', type: 'date', documentation: 'Twice: from (ge or gt) and to (le or lt).' },
      { name: 'status', type: 'token', documentation: 'free, busy or both.' },
    ],
  },
}

const rest = (
  mode: 'server' | 'client',
  resources: readonly CapableOf[],
): readonly CapabilityStatementRest[] =>
  resources.length === 0
    ? []
    : [
        {
          mode,
          resource: [RESOURCES.MessageDefinition, ...resources.map((type) => RESOURCES[type])],
          operation: [
            {
              name: 'process-message',
              definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
            },
          ],
        },
      ]

const supported = (mode: 'sender' | 'receiver', names: readonly MessageDefinitionName[]) =>
  names.map((name) => ({ mode, definition: definitionUrl(name) }))

/** Whose CapabilityStatement is asked for, and where. */
interface Asked {
  readonly name: CapabilityName
  /** The FHIR base URL. */
  readonly base: string
  /** Of the software. */
  readonly version: string
}

const capabilityStatement = ({ name, base, version }: Asked): CapabilityStatement => {
  const { server, client, receives, sends }: Capability = CAPABILITIES[name]
  return {
    resourceType: 'CapabilityStatement',
    id: name,
    url: `${base}/metadata`,
    // The version of BaRS Core, not of the software.
    version: '1.5.0',
    name: 'BaRSSandbox',
    title: `BaRS Sandbox: ${name.replaceAll('-', ' ')}`,
    status: 'active',
    experimental: true,
    date: '2026-07-16',
    kind: 'instance',
    software: { name: 'BaRS Sandbox', version },
    implementation: { description: 'BaRS Sandbox', url: base },
    fhirVersion: '4.0.1',
    format: [FHIR_JSON],
    rest: [...rest('server', server), ...rest('client', client)],
    messaging: [
      {
        endpoint: [
          {
            protocol: {
              system: 'http://terminology.hl7.org/CodeSystem/message-transport',
              code: 'http',
            },
            address: `${base}/$process-message`,
          },
        ],
        supportedMessage: [...supported('receiver', receives), ...supported('sender', sends)],
      },
    ],
  }
}

/** A CapabilityStatement as JSON, remembered: every Sender asks for it again and again. */
export const capabilityJson = rememberBy(
  ({ name, base, version }: Asked) => `${name} ${version} ${base}`,
  (asked) => JSON.stringify(capabilityStatement(asked)),
)
