import * as z from 'zod'
import manifest from '../../../package.json' with { type: 'json' }
import { ENDPOINTS, type Endpoint } from '../../../src/bars/endpoints.ts'
import { ERROR_ROWS } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { controlPlanePaths } from './control-plane.ts'

const FHIR_JSON = 'application/fhir+json'

/** The headers of a request, and what each holds. */
const REQUEST_HEADERS = [
  [HEADERS.requestId, 'A fresh UUID for each request.'],
  [HEADERS.correlationId, 'A UUID that all requests of a conversation share.'],
  [HEADERS.target, 'Who it is for: base64 of {"system":"…","value":"<service id>"}.'],
  [HEADERS.organisation, 'Who sends it: base64 of an Organization with an ODS code.'],
  [HEADERS.software, 'What sends it: base64 of a Device.'],
] as const

const NEEDED: readonly string[] = [HEADERS.requestId, HEADERS.correlationId, HEADERS.target]

const requestHeaders = ({ method, needsNoTarget }: Endpoint) =>
  REQUEST_HEADERS.map(([name, description]) => ({
    name,
    in: 'header',
    description,
    required:
      needsNoTarget !== true &&
      (NEEDED.includes(name) || (method === 'POST' && name === HEADERS.organisation)),
    schema: { type: 'string' },
  }))

const searchParameters = ({ parameters, path }: Endpoint) => [
  ...(path.includes('{id}')
    ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]
    : []),
  ...parameters.map(({ name, documentation }) => ({
    name,
    in: 'query',
    description: documentation,
    required: false,
    schema: { type: 'string' },
  })),
]

const outcome = (status: number) => ({
  description: ERROR_ROWS.filter((row) => row.status === status)
    .map(({ code, issue }) => `${code} (${issue})`)
    .join(', '),
  content: { [FHIR_JSON]: { schema: { $ref: '#/components/schemas/OperationOutcome' } } },
})

const STATUSES = [...new Set(ERROR_ROWS.map(({ status }) => status))].sort((a, b) => a - b)

const summaryOf = ({ resource, path }: Endpoint): string => {
  if (resource === undefined) {
    return path === '/metadata' ? 'What the service can do' : 'Send a message'
  }
  return `${resource.interaction === 'read' ? 'Read' : 'Search for'} ${resource.type}`
}

const operationOf = (endpoint: Endpoint) => ({
  tags: ['FHIR API'],
  summary: summaryOf(endpoint),
  parameters: [...searchParameters(endpoint), ...requestHeaders(endpoint)],
  ...(endpoint.method === 'POST' && {
    requestBody: {
      required: true,
      content: { [FHIR_JSON]: { schema: { $ref: '#/components/schemas/Bundle' } } },
    },
  }),
  responses: {
    200: { description: 'As asked', content: { [FHIR_JSON]: { schema: { type: 'object' } } } },
    ...Object.fromEntries(STATUSES.map((status) => [status, outcome(status)])),
  },
})

const fhirPaths = () => {
  const byPath = Map.groupBy(Object.values(ENDPOINTS), ({ path }) => path)
  return Object.fromEntries(
    [...byPath].map(([path, endpoints]) => [
      `${FHIR_PATH}${path}`,
      Object.fromEntries(
        endpoints.map((endpoint) => [endpoint.method.toLowerCase(), operationOf(endpoint)]),
      ),
    ]),
  )
}

const FHIR_SCHEMAS = {
  Bundle: {
    type: 'object',
    description: 'A BaRS message: a FHIR R4 Bundle of type message.',
    required: ['resourceType', 'type', 'entry'],
    properties: {
      resourceType: { const: 'Bundle' },
      type: { const: 'message' },
      entry: { type: 'array', items: { type: 'object' } },
    },
  },
  OperationOutcome: {
    type: 'object',
    required: ['resourceType', 'issue'],
    properties: {
      resourceType: { const: 'OperationOutcome' },
      issue: { type: 'array', items: { type: 'object' } },
    },
  },
}

/** public/openapi.json: the FHIR API and the control plane, from their tables and schemas. */
export const openapi = (): string => {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => `#/components/schemas/${id}`,
  })
  const description = {
    openapi: '3.1.0',
    info: {
      title: 'BaRS Sandbox',
      version: manifest.version,
      description:
        'A Receiver for the NHS Booking and Referral Standard that answers every published scenario. This is not an NHS service.',
    },
    // Of whoever reads it, in the space that it is read in.
    servers: [{ url: '.' }],
    tags: [{ name: 'FHIR API' }, { name: 'Control plane' }],
    paths: { ...fhirPaths(), ...controlPlanePaths() },
    components: { schemas: { ...FHIR_SCHEMAS, ...withoutHeads(schemas) } },
  }
  return `${JSON.stringify(description, undefined, 1)}\n`
}

/** Schemas without what says which dialect each is of, and where. */
const withoutHeads = (schemas: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [
      id,
      Object.fromEntries(
        Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'),
      ),
    ]),
  )
