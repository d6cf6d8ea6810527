import type { CapabilityStatementRestResourceSearchParam } from 'fhir/r4'
import { SYSTEMS } from './code-systems.ts'
import { isUuid } from './ids.ts'
import { nearest } from './near.ts'
import { FHIR_PATH } from './paths.ts'
import { PATIENT_PARAMETERS } from './patient-search.ts'
import { INCLUDE_PARAMETERS, INCLUDE_VALUES } from './slot-search.ts'

/** A parameter of a search, as a CapabilityStatement tells of it. */
interface Parameter {
  readonly name: string
  readonly type: CapabilityStatementRestResourceSearchParam['type']
  readonly documentation: string
  /** The system that a Sender puts before its value, where it does. */
  readonly system?: string
}

/** An endpoint of the FHIR API. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** Relative to the FHIR base. */
  readonly path: string
  /** The path as some clients write it. */
  readonly alias?: string
  /** What it does to which type of resource; other endpoints are about all of the API. */
  readonly resource?: { readonly type: string; readonly interaction: 'read' | 'search-type' }
  /** The definition of the operation that it is. */
  readonly operation?: string
  /** Those of its own: `_format` may come with any request. */
  readonly parameters: readonly Parameter[]
  /** The values of `_include`, of a search that has it. */
  readonly includes?: readonly string[]
  /** Whether it may be asked before anything is known about the service. */
  readonly isDiscovery?: true
  /** Whether it tells of the API itself where no target is named, whatever other headers say. */
  readonly needsNoTarget?: true
}

// What a search for a patient's bookings, referrals or validation requests may name (ruling 31).
const OF_PATIENT = [
  {
    name: '_id',
    type: 'token',
    documentation: 'The id of the resource.',
  },
  {
    name: PATIENT_PARAMETERS.nhsNumber,
    type: 'token',
    documentation: "The patient's NHS number.",
    system: SYSTEMS.nhsNumber,
  },
  {
    name: PATIENT_PARAMETERS.name,
    type: 'string',
    documentation: 'With the date of birth and the postcode.',
  },
  {
    name: PATIENT_PARAMETERS.birthDate,
    type: 'date',
    documentation: 'With the name and the postcode.',
  },
  {
    name: PATIENT_PARAMETERS.postalCode,
    type: 'string',
    documentation: 'With the name and the date of birth.',
  },
] as const

const ROWS = {
  metadata: {
    method: 'GET',
    path: '/metadata',
    parameters: [],
    isDiscovery: true,
    needsNoTarget: true,
  },
  MessageDefinition: {
    method: 'GET',
    path: '/MessageDefinition',
    resource: { type: 'MessageDefinition', interaction: 'search-type' },
    parameters: [
      {
        name: 'context',
        type: 'token',
        documentation: 'The service, and its use case.',
        system: SYSTEMS.dosService,
      },
    ],
    isDiscovery: true,
  },
  Slot: {
    method: 'GET',
    path: '/Slot',
    resource: { type: 'Slot', interaction: 'search-type' },
    parameters: [
      {
        name: 'Schedule.actor:HealthcareService',
        type: 'token',
        documentation: 'The service.',
      },
      { name: 'status', type: 'token', documentation: 'free, busy or both.' },
      { name: 'start', type: 'date', documentation: 'Twice: from (ge or gt) and to (le or lt).' },
    ],
    includes: INCLUDE_VALUES,
  },
  Appointment: {
    method: 'GET',
    path: '/Appointment/{id}',
    // An id that was left out is told of.
    alias: '/Appointment/',
    resource: { type: 'Appointment', interaction: 'read' },
    parameters: [],
  },
  ServiceRequest: {
    method: 'GET',
    path: '/ServiceRequest/{id}',
    alias: '/ServiceRequest/',
    resource: { type: 'ServiceRequest', interaction: 'read' },
    parameters: [],
  },
  'Appointment-search': {
    method: 'GET',
    path: '/Appointment',
    resource: { type: 'Appointment', interaction: 'search-type' },
    parameters: OF_PATIENT,
  },
  'ServiceRequest-search': {
    method: 'GET',
    path: '/ServiceRequest',
    resource: { type: 'ServiceRequest', interaction: 'search-type' },
    parameters: OF_PATIENT,
  },
  'process-message': {
    method: 'POST',
    path: '/$process-message',
    // Some clients escape the dollar sign.
    alias: '/%24process-message',
    operation: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
    parameters: [],
  },
} as const satisfies Readonly<Record<string, Endpoint>>

/** The name of an endpoint: the key of its row. */
export type EndpointName = keyof typeof ROWS

/** The types of resource that the API reads or searches. */
export type EndpointType = Extract<
  (typeof ROWS)[EndpointName],
  { readonly resource: object }
>['resource']['type']

/** The endpoints of the FHIR API. BaRS API specification. */
export const ENDPOINTS: Readonly<Record<EndpointName, Endpoint>> = ROWS

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(ENDPOINTS, name)

export const ENDPOINT_NAMES: readonly EndpointName[] = Object.keys(ENDPOINTS).filter(isEndpointName)

/** The paths of an endpoint: its own, then the other that it is known by. */
export const pathsOf = ({ path, alias }: Endpoint): readonly string[] =>
  alias === undefined ? [path] : [path, alias]

/** The names of all parameters that an endpoint understands. */
export const parameterNames = ({ parameters, includes }: Endpoint): readonly string[] => [
  ...parameters.map(({ name }) => name),
  ...(includes === undefined ? [] : INCLUDE_PARAMETERS),
]

const FORMS = Object.values(ENDPOINTS).flatMap((endpoint) =>
  pathsOf(endpoint).map((path) => {
    const form = path.replace('$', '\\$').replace('{id}', '[^/]+')
    return [new RegExp(`^${form}$`), endpoint] as const
  }),
)

/** The endpoint that has a path, relative to the FHIR base; undefined where none has. */
export const endpointAt = (path: string): Endpoint | undefined =>
  FORMS.find(([form]) => form.test(path))?.[1]

/** The path that one nearly is: in other letters, with a slash too many, without `$`. Both begin with the FHIR base. */
export function pathMeant(
  path: string,
  among: readonly Endpoint[] = Object.values(ENDPOINTS),
): string | undefined {
  const parts = path.split('/').map((part) => (isUuid(part) ? '{id}' : part))
  return nearest(
    parts.join('/'),
    among.map((each) => `${FHIR_PATH}${each.path}`),
  )
}

/** The methods of an endpoint's requests: what answers GET answers HEAD. */
export const METHODS: Readonly<Record<Endpoint['method'], readonly string[]>> = {
  GET: ['GET', 'HEAD'],
  POST: ['POST'],
}

/** The methods that an endpoint answers, as `Allow` has them. */
export const allowOf = ({ method }: Endpoint): string => METHODS[method].join(', ')

/** The requests that the API answers, in words. */
export const REQUESTS = Object.values(ENDPOINTS)
  .map(({ method, path }) => `${method} ${path}`)
  .join(', ')
