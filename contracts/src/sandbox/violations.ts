import { endpointAt } from '../../../src/bars/endpoints.ts'
import { type Failure, fail, operationOutcome } from '../../../src/bars/failure.ts'
import { answerHeaders, HEADERS, readMessageIds } from '../../../src/bars/headers.ts'
import { endpointOf } from '../../../src/bars/occasions.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import { CLAUSES } from '../../../src/validation/clauses.ts'
import { findingOf, type Rule } from '../../../src/validation/rule.ts'
import { checkFurther } from '../check/check-request.ts'
import { type CheckReport, reportOf, type Violation } from '../check/report.ts'
import { SCENARIO_RULES } from '../check/scenario-rules.ts'
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

/** What is wrong with a request by the rules of BaRS, and with the scenario that it is to select, if any. */
export const checkReceived = (
  scenario: ContractScenario | undefined,
  { method, url, headers, body }: ReceivedRequest,
): CheckReport | undefined => {
  const { pathname, search } = new URL(url)
  const { path, wrongBase } = askedPath(pathname)
  const sent = { method, path: path + search, headers, body }
  const known = wrongBase === undefined ? [] : [baseViolation(wrongBase)]
  const report = checkFurther(scenario?.id, sent, { known })
  return report.ok ? undefined : report
}

/** What is wrong with a request as its answer shows: it should have been the named scenario's. */
export const checkAnswered = (
  scenario: ContractScenario | undefined,
  request: ReceivedRequest,
  response: Response,
): CheckReport | undefined =>
  scenario === undefined || response.headers.get(HEADERS.scenario) === scenario.id
    ? undefined
    : notSelected(scenario, request, response)

const FHIR_BASE: Rule = { id: 'http/base', severity: 'error', source: CLAUSES.endpoints }

const baseViolation = (base: string): Violation =>
  findingOf(FHIR_BASE, {
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
  { method, url }: ReceivedRequest,
  { status, headers }: Response,
): CheckReport => {
  const [, resource = ''] = /\/FHIR\/R4\/([A-Za-z$-]{1,40})(?=[/?]|$)/.exec(url) ?? []
  const selected = headers.get(HEADERS.scenario)
  const violation = findingOf(SCENARIO_RULES.answer, {
    where: 'scenario',
    expected: id,
    received: selected ?? `none: the sandbox refuses the request with ${status}`,
    mend:
      sentinel.values.length > 0
        ? `plant ${sentinel.values.join(' or ')} in ${sentinel.in}`
        : `plant no other scenario's value in ${sentinel.in}`,
  })
  return reportOf(`${method} /${resource}`, id, [violation], [])
}

/**
 * Answers 400, or 403 to what is for another host, with an OperationOutcome that has an issue for each
 * violation of what was sent with these headers.
 */
export const refusalOf = (violations: readonly Violation[], headers = new Headers()): Response => {
  const failures = violations.map(failureOf)
  const outcomes = failures.map(operationOutcome)
  const outcome = { ...outcomes[0], issue: outcomes.flatMap(({ issue }) => issue) }
  const isForbidden = failures.some(({ status }) => status === 403)
  return new Response(JSON.stringify(outcome), {
    status: isForbidden ? 403 : 400,
    headers: answerHeaders(readMessageIds(headers)),
  })
}

/** A request is for this machine. */
export const HOST_RULE: Rule = { id: 'http/host', severity: 'error', source: CLAUSES.http }

// FHIRPath begins with the type of a resource; headers and parameters are in small letters.
const isElement = (where: string): boolean => /^[A-Z][A-Za-z]+[.[(]/.test(where)

const failureOf = ({ rule, where, expected, received, mend }: Violation): Failure => {
  const diagnosis = { where, received, expected, ...(mend && { mend }) }
  if (rule === HOST_RULE.id) return fail('SEND_FORBIDDEN', 'forbidden', diagnosis)
  return isElement(where)
    ? fail('REC_BAD_REQUEST', 'invariant', {
        ...diagnosis,
        expression: where.replace(/\(.*$/, ''),
      })
    : fail('SEND_BAD_REQUEST', 'value', diagnosis)
}
