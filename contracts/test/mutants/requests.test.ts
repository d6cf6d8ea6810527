import { afterAll, beforeAll, it } from 'vitest'
import { HEADERS, readHeaderJson } from '../../../src/bars/headers.ts'
import { isObject, type Json } from '../../../src/fhir/json.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { Interaction } from '../../src/pact/pact-file.ts'
import { SCENARIO_IDS } from '../../src/scenario-ids.ts'
import { HEAD_MUTANTS } from './head-mutants.ts'
import { MESSAGE_MUTANTS } from './message-mutants.ts'
import { type Matchers, type MockServer, matchersOf, startMockServer } from './mock-server.ts'
import { INTERACTIONS, sample } from './sample.ts'
import { type SentRequest, sentRequest, urlOf, withRequestHeader } from './sent-request.ts'

const TIMEOUT_MS = 300_000

const wanted = INTERACTIONS.map(({ request }) => JSON.stringify(request))

/** The interactions, but for those that want the same as one before: the cells of one event. */
const ONCE = INTERACTIONS.filter((_, place) => wanted.indexOf(wanted[place] ?? '') === place)

let server: MockServer
const known = new Map<string, Promise<Matchers>>()

beforeAll(async () => {
  server = await startMockServer()
})

afterAll(() => server.close())

const matchers = (interaction: Interaction): Promise<Matchers> => {
  const found = known.get(interaction.key) ?? matchersOf(interaction, server)
  known.set(interaction.key, found)
  return found
}

const isRefused = ({ key }: Interaction, request: SentRequest): boolean => {
  const id = SCENARIO_IDS.find((each) => each === key)
  const { method, headers, body } = request
  return !checkRequest(id, { method, path: urlOf(request), headers, body }).ok
}

const BASE64_HEADERS = [HEADERS.target, HEADERS.organisation, HEADERS.software]

/** Requests that another Sender could as well send for the same scenario: none may be refused. */
const allowedRequests = (interaction: Interaction): readonly SentRequest[] => {
  const sent = sentRequest(interaction)
  const { body, query } = sent
  return [
    sent,
    BASE64_HEADERS.reduce(
      (changed, name) => withRequestHeader(changed, name, laidOut(sent.headers[name] ?? '')),
      sent,
    ),
    withRequestHeader(sent, HEADERS.requestId, 'A0B1C2D3-0000-4000-8000-00000000000F'),
    withRequestHeader(sent, 'Accept', HAPI_ACCEPT),
    ...(query.length > 0 ? [{ ...sent, query: query.toReversed() }] : []),
    ...(body === undefined
      ? []
      : [
          withRequestHeader(sent, 'Content-Type', 'Application/FHIR+JSON;version=1.2.0'),
          { ...sent, body: inAnotherOrder(body) },
        ]),
  ]
}

/** What HAPI's client sends. */
const HAPI_ACCEPT =
  'application/fhir+xml;q=1.0, application/fhir+json;q=1.0, application/xml+fhir;q=0.9, Application/JSON+FHIR;q=0.9'

/** The JSON of a base64 header, on lines of its own, after one, and the other way round. */
const laidOut = (header: string): string => {
  const read = readHeaderJson(header)
  const json = 'json' in read ? read.json : {}
  const members = Object.entries(Object(json)).toReversed()
  return btoa(`\n${JSON.stringify(Object.fromEntries(members), null, 2)}`)
}

/** A message with every list the other way round, and every element of a resource with an extension. */
const inAnotherOrder = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(inAnotherOrder).toReversed()
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, item]) => [key, inAnotherOrder(item)] as const)
  const isBundleOrEntry = value['entry'] !== undefined || value['resource'] !== undefined
  return {
    ...Object.fromEntries(members),
    ...(!isBundleOrEntry && { extension: [{ url: 'https://sender.example' }] }),
  }
}

it('takes whatever another Sender could as well send', { timeout: TIMEOUT_MS }, async ({
  expect,
}) => {
  const refused: string[] = []
  for (const interaction of sample(ONCE)) {
    const { whole, head } = await matchers(interaction)
    for (const [place, request] of allowedRequests(interaction).entries()) {
      const isTaken = (await whole(request)) && (await head(request))
      if (!isTaken) refused.push(`${interaction.key}: number ${place}`)
    }
  }

  expect(refused).toEqual([])
})

const ROWS = [
  ...MESSAGE_MUTANTS.map((mutant) => ({ ...mutant, part: 'message' as const })),
  ...HEAD_MUTANTS.map((mutant) => ({ ...mutant, part: 'head' as const })),
]

for (const { name, part, of, isForChecker = false } of ROWS) {
  it(`refuses a request with ${name}`, { timeout: TIMEOUT_MS }, async ({ expect }) => {
    const mutants = sample(
      ONCE.flatMap((interaction) => of(interaction).map((wrong) => ({ ...wrong, interaction }))),
    )
    const survivors: string[] = []
    for (const { where, request, interaction } of mutants) {
      if (isForChecker && isRefused(interaction, request)) continue
      const matches = (await matchers(interaction))[part]
      if (await matches(request)) survivors.push(`${interaction.key}: ${where}`)
    }

    expect(mutants).not.toEqual([])
    expect(survivors).toEqual([])
  })
}
