import type * as z from 'zod'
import {
  Judgement,
  NewState,
  Organisation,
  Problem,
  Report,
  Reports,
  Scenario,
  Scenarios,
  Services,
} from './schemas.ts'

/** An operation of the control plane. */
interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly summary: string
  readonly query?: readonly string[]
  readonly body?: z.ZodType
  readonly status: 200 | 204
  readonly answer?: z.ZodType
  /** The media type of an answer that is no JSON. */
  readonly as?: string
}

// biome-ignore format: a table reads by column
const ROWS: readonly Operation[] = [
  { method: 'get',    path: '/_sandbox/scenarios',                            status: 200, answer: Scenarios,    summary: 'Every scenario' },
  { method: 'get',    path: '/_sandbox/scenarios/{id}',                       status: 200, answer: Scenario,     summary: 'A scenario with its example request' },
  { method: 'get',    path: '/_sandbox/scenarios/{id}/message',               status: 200, as: 'application/fhir+json', summary: 'The message of a scenario alone' },
  { method: 'get',    path: '/_sandbox/services',                             status: 200, answer: Services,     summary: 'The UserTest Directory of Services', query: ['name', 'postcode', 'pathway'] },
  { method: 'get',    path: '/_sandbox/organisations/{ods}',                  status: 200, answer: Organisation, summary: 'Where a 111-ED conversation stands' },
  { method: 'delete', path: '/_sandbox/organisations/{ods}',                  status: 204,                       summary: 'Resets it' },
  { method: 'put',    path: '/_sandbox/organisations/{ods}/state',            status: 200, answer: Organisation, summary: 'Puts it into a state', body: NewState },
  { method: 'get',    path: '/_sandbox/organisations/{ods}/reports',          status: 200, answer: Reports,      summary: 'The reports of the day, newest first', query: ['scenario', 'severity', 'rule', 'correlation', 'since', 'cursor'] },
  { method: 'get',    path: '/_sandbox/organisations/{ods}/events',           status: 200, as: 'text/event-stream', summary: 'Each request as it is reported' },
  { method: 'get',    path: '/_sandbox/organisations/{ods}/reports.zip',      status: 200, as: 'application/zip', summary: 'All of them in every form' },
  { method: 'get',    path: '/_sandbox/reports/{id}',                         status: 200, answer: Report,       summary: 'One report; .json, .html, .junit.xml, .sarif or .txt after its id' },
  { method: 'put',    path: '/_sandbox/reports/{id}/pin',                     status: 200,                       summary: 'Keeps a report for 7 days' },
  { method: 'post',   path: '/_sandbox/validate',                             status: 200, answer: Judgement,    summary: 'What is wrong with a message, whatever it is sent with' },
]

const reference = (schema: z.ZodType) => ({
  $ref: `#/components/schemas/${schema.meta()?.id ?? ''}`,
})

const json = (schema: z.ZodType, type = 'application/json') => ({
  content: { [type]: { schema: reference(schema) } },
})

const parametersOf = ({ path, query = [] }: Operation) => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameter('path', name ?? '')),
  ...query.map((name) => parameter('query', name)),
]

const parameter = (place: 'path' | 'query', name: string) => ({
  name,
  in: place,
  required: place === 'path',
  schema: { type: 'string' },
})

const operationOf = (row: Operation) => ({
  tags: ['Control plane'],
  summary: row.summary,
  parameters: parametersOf(row),
  ...(row.body && { requestBody: { required: true, ...json(row.body) } }),
  responses: {
    [row.status]: {
      description: row.summary,
      ...(row.answer && json(row.answer)),
      ...(row.as && { content: { [row.as]: {} } }),
    },
    default: { description: 'Refused', ...json(Problem, 'application/problem+json') },
  },
})

/** The paths of the control plane. */
export const controlPlanePaths = () =>
  Object.fromEntries(
    [...Map.groupBy(ROWS, ({ path }) => path)].map(([path, rows]) => [
      path,
      Object.fromEntries(rows.map((row) => [row.method, operationOf(row)])),
    ]),
  )
