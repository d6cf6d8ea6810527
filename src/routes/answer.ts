import { tooDeep } from '../bars/body.ts'
import { type Failure, fail, operationOutcome } from '../bars/failure.ts'
import { answerHeaders, HEADERS } from '../bars/headers.ts'
import { LIMITS } from '../bars/limits.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Deps } from './context.ts'
import type { FhirRequest } from './fhir-request.ts'

/** What an endpoint answers, as data until it is rendered. */
export type Answer =
  | {
      readonly kind: 'resource'
      readonly resource: object
      /** The resource in JSON, where that is remembered. */
      readonly json?: string
      readonly scenario: Scenario
    }
  | {
      readonly kind: 'failure'
      readonly failure: Failure
      /** What else is told of, where handling is strict. */
      readonly others?: readonly Failure[]
      /** Absent where no scenario asked for it. */
      readonly scenario?: Scenario | undefined
    }

/** Answers a failure: a scenario's own, or one that none asked for. */
export const failed = (failure: Failure, scenario?: Scenario): Answer => ({
  kind: 'failure',
  failure,
  scenario,
})

/** The answer to what no row answers. */
export const notOffered: Answer = failed(
  fail('REC_NOT_IMPLEMENTED', 'not-supported', 'The Receiver does not offer this.'),
)

/** What of a request goes into the rendering of its answer. */
export interface Asked extends Pick<FhirRequest, 'ids' | 'raw'> {
  /** The address of the report on it, if there is one. */
  readonly report?: string | undefined
}

/** The one place where answers become HTTP. */
export const respond = (asked: Asked, answer: Answer, compresses: Deps['compresses']): Response => {
  const { scenario } = answer
  if (answer.kind === 'failure') return refuse(asked, answer)
  const json = answer.json ?? serialised(answer.resource)
  if (json === undefined) return refuse(asked, { failure: tooDeep() })
  const headers = headersOf(asked, scenario)
  if (json.length > LIMITS.uncompressed && compresses?.(asked.raw)) {
    headers['Content-Encoding'] = 'gzip'
  }
  return new Response(json, { status: 200, headers })
}

type Refusal = Omit<Extract<Answer, { readonly kind: 'failure' }>, 'kind'>

const refuse = (asked: Asked, { failure, others, scenario }: Refusal): Response => {
  const json =
    scenario === undefined
      ? JSON.stringify(operationOutcome(failure, others))
      : scenarioOutcome(failure)
  const headers = { ...headersOf(asked, scenario), ...failure.headers }
  return new Response(json, { status: failure.status, headers })
}

// A scenario fails with one and the same Failure each time.
const outcomes = new WeakMap<Failure, string>()

const scenarioOutcome = (failure: Failure): string => {
  const json = outcomes.get(failure) ?? JSON.stringify(operationOutcome(failure))
  outcomes.set(failure, json)
  return json
}

/** A resource in JSON; undefined where it nests too deeply to be written. */
const serialised = (resource: object): string | undefined => {
  try {
    return JSON.stringify(resource)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const headersOf = (
  { ids, report }: Asked,
  scenario: Scenario | undefined,
): Record<string, string> => {
  const headers = answerHeaders(ids)
  if (scenario !== undefined) headers[HEADERS.scenario] = scenario.id
  if (report !== undefined) headers[HEADERS.report] = report
  return headers
}
