import { endpointAt } from '../../../src/bars/endpoints.ts'
import { type Failure, fail, operationOutcome } from '../../../src/bars/failure.ts'
import { answerHeaders, HEADERS, readMessageIds } from '../../../src/bars/headers.ts'
import { LIMITS } from '../../../src/bars/limits.ts'
import { endpointOf } from '../../../src/bars/occasions.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { CLAUSES } from '../../../src/validation/clauses.ts'
import { refusalOf as strictRefusalOf } from '../../../src/validation/refusals.ts'
import { findingOf, type Rule } from '../../../src/validation/rule.ts'
import { checkFurther } from '../check/check-request.ts'
import { type CheckReport, reportOf, type Violation } from '../check/report.ts'
import { BASE_RULE, SCENARIO_RULES } from '../check/scenario-rules.ts'
import type { ToVerdict } from '../check/verdict.ts'
import { type ContractScenario, rowOf } from '../scenario.ts'
import { askedPath, type ReceivedRequest } from './received-request.ts'

/** The scenario that a request is judged by: the one named, of which what is for other endpoints is no part. */
export const scenarioFor = (
  { url }: ReceivedRequest,
  scenario: ContractScenario | undefined,
): ContractScenario | undefined => {
  if (scenario === undefined) return undefined
  const asked = endpointAt(askedPath(new URL(url).pathname).path)
  const its = rowOf(scenario.id).on.map(endpointOf)
  return asked === undefined || its.includes(asked) ? scenario : undefined
}

/** What there is to say about a request by the rules of BaRS, and the scenario that it is to select, if any. */
export const checkReceived = (
  scenario: ContractScenario | undefined,
  { method, url, headers, body }: ReceivedRequest,
  toVerdict: ToVerdict,
): CheckReport => {
  const { pathname, search } = new URL(url)
  const { path, wrongBase } = askedPath(pathname)
  const sent = { method, path: path + search, headers, body }
  const known = wrongBase === undefined ? [] : [baseViolation(wrongBase)]
  return checkFurther(scenario?.id, sent, { known, toVerdict })
}

/** A request and its answer. */
interface Answered {
  readonly scenario: ContractScenario | undefined
  readonly request: ReceivedRequest
  readonly response: Response
  readonly toVerdict: ToVerdict
}

/** The same with what the answer shows: it should have been the named scenario's. */
export const checkAnswered = (known: CheckReport, answered: Answered): CheckReport => {
  const { scenario, request, response, toVerdict } = answered
  if (scenario === undefined || response.headers.get(HEADERS.scenario) === scenario.id) return known
  const { violations, ignored } = toVerdict([notSelected(scenario, response)])
  const [, resource = ''] = /\/FHIR\/R4\/([A-Za-z$-]{1,40})(?=[/?]|$)/.exec(request.url) ?? []
  return reportOf({
    request: `${request.method} /${resource}`,
    scenarioId: scenario.id,
    violations,
    warnings: known.warnings,
    ignored: (known.ignored ?? 0) + ignored,
  })
}

const baseViolation = (base: string): Violation =>
  findingOf(BASE_RULE, {
    where: 'path',
    expected: `the FHIR base, ${FHIR_PATH}, and then the endpoint`,
    ...receivedFor(base),
  })

const receivedFor = (base: string): Pick<Violation, 'received' | 'mend'> => {
  if (base === '') return { received: 'no FHIR base', mend: "a stub's fhirUrl ends in it" }
  return letters(base) === letters(FHIR_PATH)
    ? { received: `'${base}'`, mend: 'paths are case-sensitive, and every / counts' }
    : { received: 'another base' }
}

const letters = (base: string): string => base.toLowerCase().replace(/\/+/g, '/')

const notSelected = (
  { id, sentinel }: ContractScenario,
  { status, headers }: Response,
): Violation =>
  findingOf(SCENARIO_RULES.answer, {
    where: 'scenario',
    expected: id,
    received:
      headers.get(HEADERS.scenario) ?? `none: the sandbox refuses the request with ${status}`,
    mend:
      sentinel.values.length > 0
        ? `plant ${sentinel.values.join(' or ')} in ${sentinel.in}`
        : `plant no other scenario's value in ${sentinel.in}`,
  })

/** A request is for this machine. */
export const HOST_RULE: Rule = { id: 'http/host', severity: 'error', source: CLAUSES.http }

/**
 * Answers as strict handling does (ruling 40): the first violation of what was sent with these headers
 * decides the status, and each is an issue.
 */
export const refusalOf = (violations: readonly Violation[], headers = new Headers()): Response => {
  const [first = NOTHING_TOLD, ...others] = violations.slice(0, LIMITS.issues).map(failureOf)
  return new Response(JSON.stringify(operationOutcome(first, others)), {
    status: first.status,
    headers: {
      ...answerHeaders(readMessageIds(headers)),
      ...first.headers,
    },
  })
}

const NOTHING_TOLD = fail('REC_BAD_REQUEST', 'invariant', 'The request is refused.')

const failureOf = ({ where, ...violation }: Violation): Failure =>
  violation.rule === HOST_RULE.id
    ? fail('SEND_FORBIDDEN', 'forbidden', { where, ...violation })
    : strictRefusalOf({ location: where, ...violation })
