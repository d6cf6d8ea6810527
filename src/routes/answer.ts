import { tooDeep } from '../bars/body.ts'
import { Failure } from '../bars/failure.ts'
import { HEADERS } from '../bars/headers.ts'
import { operationOutcome } from '../bars/operation-outcome.ts'
import type { Refusal, Scenario } from '../scenarios/scenario.ts'
import { fhirHeaders } from './fhir-headers.ts'
import type { MessageId } from './message-ids.ts'

/** What an endpoint answers: a scenario's resource or failure, or a failure that no scenario asked for. */
export type Answer = Answered | Failure

interface Answered {
  readonly scenario: Scenario
  /** A resource, or its JSON. */
  readonly body: object | string
}

/** A scenario's own failure. */
export const refusal = (scenario: Scenario, { failure }: Refusal): Answered => ({
  scenario,
  body: failure,
})

/** The one place where answers and failures become HTTP; `ids` are those of the request. */
export const respond = (ids: readonly MessageId[], answer: Answer): Response => {
  const [scenario, body] =
    answer instanceof Failure ? [undefined, answer] : [answer.scenario, answer.body]
  if (body instanceof Failure) return refuse(ids, body, scenario)

  const json = typeof body === 'string' ? body : serialise(body)
  return json instanceof Failure
    ? refuse(ids, json)
    : new Response(json, { status: 200, headers: headersOf(ids, scenario) })
}

const refuse = (ids: readonly MessageId[], failure: Failure, scenario?: Scenario): Response => {
  const json = scenario === undefined ? outcomeJson(failure) : scenarioOutcome(failure)
  const headers = headersOf(ids, scenario)
  if (failure.allow !== undefined) headers['Allow'] = failure.allow
  return new Response(json, { status: failure.status, headers })
}

const outcomeJson = (failure: Failure): string => JSON.stringify(operationOutcome(failure))

// A scenario fails with one and the same Failure each time.
const written = new WeakMap<Failure, string>()

const scenarioOutcome = (failure: Failure): string => {
  const json = written.get(failure) ?? outcomeJson(failure)
  written.set(failure, json)
  return json
}

const serialise = (body: object): string | Failure => {
  try {
    return JSON.stringify(body)
  } catch (error) {
    if (error instanceof RangeError) return tooDeep()
    throw error
  }
}

const headersOf = (
  ids: readonly MessageId[],
  scenario: Scenario | undefined,
): Record<string, string> => {
  const headers = fhirHeaders(ids)
  if (scenario !== undefined) headers[HEADERS.scenario] = scenario.id
  return headers
}
