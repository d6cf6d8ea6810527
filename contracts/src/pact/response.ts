import { HEADERS } from '../../../src/bars/headers.ts'
import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { type Scenario, statusOf } from '../../../src/scenarios/scenario.ts'
import { IDS } from '../../../src/scenarios/sentinels.ts'
import { exampleAnswer } from './answer.ts'
import { freshPattern } from './fresh.ts'
import { fhirBody, headerLists, type PactResponse } from './interaction.ts'
import { isList, isRecord, type Json } from './json.ts'
import { NOT_BLANK } from './patterns.ts'
import type { ShownRequest } from './request.ts'
import { matching, type Rules, rule } from './rules.ts'

/** What every answer has, as it is; a 405 says which methods are allowed. */
const PROMISED_HEADERS = [
  'Allow',
  'Cache-Control',
  'Content-Type',
  HEADERS.correlationId,
  HEADERS.requestId,
  HEADERS.scenario,
]

const PROMISED_IDS: readonly string[] = [...Object.values(IDS), DEFAULT_APPOINTMENT_ID]

/**
 * What a row promises to answer to a request: the sandbox's own answer, of which everything counts
 * but what a Receiver makes afresh (ids, times, its address) and the words of its diagnostics.
 */
export const pactResponse = async (row: Scenario, request: ShownRequest): Promise<PactResponse> => {
  const { status, headers, json } = await exampleAnswer(row, request)
  if (status !== statusOf(row.reply) || headers.get(HEADERS.scenario) !== row.id) {
    throw new Error(`the request for ${row.id} is answered ${status} by another row`)
  }
  const promised = PROMISED_HEADERS.map((name) => [name, headers.get(name)] as const)
  return {
    status,
    headers: headerLists(
      Object.fromEntries(promised.flatMap(([name, value]) => (value ? [[name, value]] : []))),
    ),
    body: fhirBody(json),
    matchingRules: { body: answerRules(json, keptIn(request)) },
  }
}

const keptIn = ({ path, json }: ShownRequest): ((part: string) => boolean) => {
  const sent = path + JSON.stringify(json ?? null)
  return (part) => PROMISED_IDS.includes(part) || sent.includes(part)
}

const answerRules = (value: Json, kept: (part: string) => boolean, path = '$', key = ''): Rules => {
  if (key === 'diagnostics') return { [path]: rule(matching(NOT_BLANK)) }
  if (typeof value === 'string') {
    const pattern = freshPattern(value, kept)
    return pattern === undefined ? {} : { [path]: rule(matching(pattern)) }
  }
  const below = childrenOf(value).map(([name, child, step]) =>
    answerRules(child, kept, path + step, name),
  )
  return Object.assign({}, ...below)
}

const childrenOf = (
  value: Json,
): readonly (readonly [key: string, child: Json, step: string])[] => {
  if (isList(value)) return value.map((item, index) => [`${index}`, item, `[${index}]`])
  if (!isRecord(value)) return []
  return Object.entries(value).map(([key, child]) => [key, child, `.${key}`])
}
