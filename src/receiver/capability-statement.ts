import type { CapabilityStatement, CapabilityStatementRest } from 'fhir/r4'
import { ENDPOINT_NAMES, ENDPOINTS, type EndpointType } from '../bars/endpoints.ts'
import { FHIR_JSON } from '../bars/media-type.ts'
import { definitionUrl, type MessageDefinitionName } from '../bars/message-definitions.ts'
import { remember, rememberBy } from '../bars/remember.ts'
import {
  CAPABILITIES,
  type Capability,
  type CapabilityName,
  type CapableOf,
} from '../scenarios/service-kinds.ts'

type RestResource = NonNullable<CapabilityStatementRest['resource']>[number]

/** What the API does with a type of resource. */
const restResource = (type: EndpointType): RestResource => {
  const found = Object.values(ENDPOINTS).filter(({ resource }) => resource?.type === type)
  const includes = found.flatMap((endpoint) => endpoint.includes ?? [])
  const parameters = found
    .flatMap((endpoint) => endpoint.parameters)
    .map(({ name, type, documentation }) => ({ name, type, documentation }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    type,
    interaction: found.flatMap(({ resource }) =>
      resource === undefined ? [] : [{ code: resource.interaction }],
    ),
    ...(includes.length > 0 && { searchInclude: includes }),
    ...(parameters.length > 0 && { searchParam: parameters }),
  }
}

const OPERATIONS = ENDPOINT_NAMES.flatMap((name) => {
  const { operation: definition } = ENDPOINTS[name]
  return definition === undefined ? [] : [{ name, definition }]
})

const restIn = (
  mode: 'server' | 'client',
  resources: readonly CapableOf[],
): readonly CapabilityStatementRest[] =>
  resources.length === 0
    ? []
    : [
        {
          mode,
          resource: [restResource('MessageDefinition'), ...resources.map(restResource)],
          operation: OPERATIONS,
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

// What is the same wherever the API is reached is kept once.
const capable = remember((name: CapabilityName) => {
  const { server, client, receives, sends }: Capability = CAPABILITIES[name]
  return {
    rest: [...restIn('server', server), ...restIn('client', client)],
    supportedMessage: [...supported('receiver', receives), ...supported('sender', sends)],
  }
})

const statement = ({ name, base, version }: Asked): CapabilityStatement => {
  const { rest, supportedMessage } = capable(name)
  return {
    resourceType: 'CapabilityStatement',
    id: name,
    url: `${base}${ENDPOINTS.metadata.path}`,
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
    rest,
    messaging: [
      {
        endpoint: [
          {
            protocol: {
              system: 'http://terminology.hl7.org/CodeSystem/message-transport',
              code: 'http',
            },
            address: `${base}${ENDPOINTS['process-message'].path}`,
          },
        ],
        supportedMessage,
      },
    ],
  }
}

/** A CapabilityStatement and its JSON, remembered: every Sender asks for it again and again. */
export const capabilityStatement = rememberBy(
  ({ name, base, version }: Asked) => `${name} ${version} ${base}`,
  (asked) => {
    const resource = statement(asked)
    return { resource, json: JSON.stringify(resource) }
  },
)
