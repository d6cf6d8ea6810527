import { type Endpoint, ENDPOINTS as ROWS } from '../../../src/bars/endpoints.ts'
import { isUuid } from '../../../src/bars/uuid.ts'

export const METADATA = ROWS.metadata
export const SLOT = ROWS.Slot
export const MESSAGE_DEFINITION = ROWS.MessageDefinition
export const PROCESS_MESSAGE = ROWS['process-message']

/** Every endpoint. */
export const ENDPOINTS: readonly Endpoint[] = Object.values(ROWS)

/** Whether an endpoint may be asked before anything is known about the service. */
export const isDiscovery = (endpoint: Endpoint): boolean => endpoint.isDiscovery === true

/** The id in a path that reads by id, in small letters; undefined when it is no UUID. */
export const idIn = (path: string): string | undefined => {
  const id = path.split('/').at(-1) ?? ''
  return isUuid(id) ? id.toLowerCase() : undefined
}
