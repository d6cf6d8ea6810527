import { INCLUDE_PARAMETERS } from '../../../src/bars/slot-search.ts'
import { isUuid } from '../../../src/bars/uuid.ts'
import type { Occasion } from '../../../src/scenarios/scenario.ts'

/** An endpoint of the FHIR API as the guide has it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** Relative to the FHIR base. */
  readonly path: string
  readonly matches: RegExp
  /** The query's parameters. `_format` may come with any. */
  readonly parameters: readonly string[]
}

const byId = (type: string): Endpoint => ({
  method: 'GET',
  path: `/${type}/{id}`,
  matches: new RegExp(`^/${type}/[^/]+$`),
  parameters: [],
})

export const METADATA: Endpoint = {
  method: 'GET',
  path: '/metadata',
  matches: /^\/metadata$/,
  parameters: [],
}

export const SLOT: Endpoint = {
  method: 'GET',
  path: '/Slot',
  matches: /^\/Slot$/,
  parameters: ['Schedule.actor:HealthcareService', 'status', 'start', ...INCLUDE_PARAMETERS],
}

export const MESSAGE_DEFINITION: Endpoint = {
  method: 'GET',
  path: '/MessageDefinition',
  matches: /^\/MessageDefinition$/,
  parameters: ['context'],
}

export const PROCESS_MESSAGE: Endpoint = {
  method: 'POST',
  path: '/$process-message',
  matches: /^\/(?:\$|%24)process-message$/,
  parameters: [],
}

const READS: Readonly<Partial<Record<Occasion, Endpoint>>> = {
  metadata: METADATA,
  MessageDefinition: MESSAGE_DEFINITION,
  Slot: SLOT,
  'Slot-busy': SLOT,
  Appointment: byId('Appointment'),
  ServiceRequest: byId('ServiceRequest'),
}

/** The endpoint where an occasion arises. */
export const endpointOf = (occasion: Occasion): Endpoint => READS[occasion] ?? PROCESS_MESSAGE

/** Every endpoint. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...new Set([...Object.values(READS), PROCESS_MESSAGE]),
]

/** Whether an endpoint may be asked before anything is known about the service. */
export const isDiscovery = (endpoint: Endpoint): boolean =>
  endpoint === METADATA || endpoint === MESSAGE_DEFINITION

/** The id in a path that reads by id, in small letters; undefined when it is no UUID. */
export const idIn = (path: string): string | undefined => {
  const id = path.split('/').at(-1) ?? ''
  return isUuid(id) ? id.toLowerCase() : undefined
}
