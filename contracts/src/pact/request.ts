import { HEADERS } from '../../../src/bars/headers.ts'
import { ALL_WORKFLOWS } from '../../../src/bars/workflow.ts'
import { type ExampleRequest, exampleRequest, plantings } from '../../../src/examples/request.ts'
import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import { readSearch } from '../../../src/fhir/search.ts'
import type { CatalogueRow } from '../../../src/receiver/catalogue.ts'
import { messagePin } from './message-pin.ts'
import {
  allOf,
  fhirBody,
  headerLists,
  type MatchingRules,
  matching,
  type PactRequest,
} from './pact-file.ts'
import { headerPattern, parameterPattern } from './patterns.ts'
import { matchingRulesOf } from './pin.ts'

/** Nobody else's organisation, so that what others did in the sandbox changes no answer. */
const ODS_CODE = 'PACT0'

/** A request that an interaction shows, with its body as JSON. */
export interface ShownRequest extends Omit<ExampleRequest, 'body'> {
  readonly json?: Json
}

/** The example of a row that its interaction shows: the row's first occasion and value. */
export const shownRequest = (row: CatalogueRow): ShownRequest => {
  const { body, ...request } = exampleRequest(row, { odsCode: ODS_CODE })
  return body === undefined ? request : { ...request, json: withLocalNumber(asJson(body)) }
}

/** The request that chooses a row, with rules for what a Sender's own may look like. */
export const pactRequest = (row: CatalogueRow): PactRequest => {
  const request = shownRequest(row)
  const { query, ...exact } = exactRequest(row, request)
  const body = request.json === undefined ? undefined : bodyRules(row, request.json)
  return {
    ...exact,
    ...(query !== undefined && { query }),
    matchingRules: {
      header: headerRules(row, Object.keys(request.headers)),
      ...(query !== undefined && { query: queryRules(query) }),
      ...(body !== undefined && { body }),
    },
  }
}

/** A request as it is sent, with no rules. */
export const exactRequest = (
  { given }: CatalogueRow,
  { method, path, headers, json }: ShownRequest,
): PactRequest => {
  const [pathname = '', search = ''] = path.split('?')
  return {
    method,
    path: pathname,
    ...(search !== '' && { query: queryOf(search) }),
    headers: headerLists(headers),
    ...(json !== undefined && { body: fhirBody(json) }),
    ...(given !== undefined && { generators: { header: ORGANISATION_OF_THE_STATE } }),
  }
}

// The provider state makes an organisation of its own and returns it as a header.
const ORGANISATION_OF_THE_STATE = {
  [HEADERS.organisation]: {
    type: 'ProviderState',
    expression: `\${orgHeader}`,
    dataType: 'STRING',
  },
} as const

type Query = Readonly<Record<string, readonly string[]>>

const queryOf = (search: string): Query => {
  const parameters = readSearch(search) ?? []
  return Object.fromEntries(
    parameters.map(([name]) => [
      name,
      parameters.filter(([each]) => each === name).map(([, value]) => value),
    ]),
  )
}

const queryRules = (query: Query): MatchingRules =>
  Object.fromEntries(
    Object.entries(query).map(([name, values]) => [
      name,
      allOf(matching(parameterPattern(name, values))),
    ]),
  )

const headerRules = (row: CatalogueRow, names: readonly string[]): MatchingRules => {
  const target = row.sentinel.in === HEADERS.target ? plantings(row)[0] : undefined
  return Object.fromEntries(
    names.map((name) => [name, allOf(matching(headerPattern(name, target)))]),
  )
}

const bodyRules = (row: CatalogueRow, example: Json): MatchingRules => {
  const workflow = ALL_WORKFLOWS.find((each) => each === row.on[0])
  const rules = workflow && matchingRulesOf(messagePin(row, workflow), example)
  if (rules === undefined) throw new Error(`the example of ${row.id} is not what its row asks for`)
  return rules
}

/** What a Patient who has no NHS number is known by, so that "none" shows in an example. */
const LOCAL = { system: 'https://bars-sandbox.example/Id/local-patient', value: 'LOCAL-1' }

/** A message whose Patient has an identifier: its own, else a local one. */
const withLocalNumber = (message: Json): Json => {
  if (!isObject(message) || !Array.isArray(message['entry'])) return message
  return { ...message, entry: message['entry'].map(withIdentifier) }
}

const withIdentifier = (entry: Json): Json => {
  if (!isObject(entry) || !isObject(entry['resource'])) return entry
  const { resource } = entry
  return resource['resourceType'] === 'Patient' && resource['identifier'] === undefined
    ? { ...entry, resource: { ...resource, identifier: [LOCAL] } }
    : entry
}
