import type { Interaction } from '../../contracts/src/pact/pact-file.ts'
import { readHeaderJson } from '../../src/bars/header-json.ts'
import { HEADERS } from '../../src/bars/headers.ts'
import { isObject, type Json } from '../../src/fhir/json.ts'
import { type SentRequest, sentRequest, withRequestHeader } from './sent-request.ts'

const BASE64_HEADERS = [HEADERS.target, HEADERS.organisation, HEADERS.software]

/** Requests that another Sender could as well send for the same scenario: none may be refused. */
export const allowedRequests = ({ request }: Interaction): readonly SentRequest[] => {
  const sent = sentRequest(request)
  const { body, query } = sent
  return [
    sent,
    BASE64_HEADERS.reduce(
      (changed, name) => withRequestHeader(changed, name, laidOut(sent.headers[name] ?? '')),
      sent,
    ),
    withRequestHeader(sent, HEADERS.requestId, 'A0B1C2D3-0000-4000-8000-00000000000F'),
    ...(query.length > 0 ? [{ ...sent, query: query.toReversed() }] : []),
    ...(body === undefined
      ? []
      : [
          withRequestHeader(sent, 'Content-Type', 'application/fhir+json;version=1.2.0'),
          { ...sent, body: inAnotherOrder(body) },
        ]),
  ]
}

/** The JSON of a base64 header, on lines of its own and the other way round. */
const laidOut = (header: string): string => {
  const read = readHeaderJson(header)
  const json = 'json' in read ? read.json : {}
  const members = Object.entries(Object(json)).toReversed()
  return btoa(JSON.stringify(Object.fromEntries(members), null, 2))
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
