import { Failure } from '../../../src/bars/failure.ts'
import { rowOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { type CheckableRequest, type CheckedRequest, checkedRequest } from './checked-request.ts'
import { CLAUSES } from './clauses.ts'
import { type CheckReport, reportOf, type Violation } from './report.ts'
import { RULES } from './rules/all.ts'
import { shownPath } from './rules/endpoint.ts'
import { findingOf } from './rules/failure-finding.ts'

/**
 * Checks a request by the rules of BaRS and, where a scenario is named, that it selects that one.
 * Every violation is told, and nothing of the patient but sentinel NHS numbers.
 * @throws RangeError when there is no such scenario.
 * @throws TypeError when it is no such request, such as a `Request`: `checkHttpRequest` reads those.
 */
export const checkRequest = (id: ScenarioId | undefined, request: CheckableRequest): CheckReport =>
  checkFurther(id, request)

/** What else is known of a request. */
export interface Further {
  /** Violations that are found already; they come first. */
  readonly known?: readonly Violation[]
  /** Whether the body is known, or that there is none; if not, nothing is said of it. */
  readonly hasBody?: boolean
}

/** The same with more known, or less. */
export const checkFurther = (
  id: ScenarioId | undefined,
  request: CheckableRequest,
  { known = [], hasBody = true }: Further = {},
): CheckReport => {
  refuseOthers(request)
  const checked = checkedRequest(id === undefined ? undefined : rowOf(id), request)
  const found = RULES.flatMap(({ source, isWarning = false, find }) =>
    find(checked).map((finding) => ({ isWarning, violation: { ...finding, source } })),
  )
  const of = (kind: boolean) =>
    found
      .filter(({ isWarning }) => isWarning === kind)
      .map(({ violation }) => violation)
      .filter(({ where }) => hasBody || !isInBody(where))
  const violations = firstAtEach([...known, ...of(false)])
  const warnings = firstAtEach(of(true)).filter(
    ({ where }) => !violations.some((each) => each.where === where),
  )
  const all = violations.length === 0 ? misunderstood(checked) : violations
  const method = /^[A-Z]{1,20}$/.test(checked.method) ? checked.method : 'a request to'
  return reportOf(`${method} ${shownPath(checked)}`, id, all, warnings)
}

/** Checks a standard Request, which can still be read afterwards. */
export const checkHttpRequest = async (
  id: ScenarioId | undefined,
  request: Request,
): Promise<CheckReport> =>
  checkRequest(id, {
    method: request.method,
    path: request.url,
    headers: request.headers,
    body: new Uint8Array(await request.clone().arrayBuffer()),
  })

const refuseOthers = ({ method, path, body }: CheckableRequest): void => {
  if (typeof method !== 'string' || typeof path !== 'string') {
    throw new TypeError(
      'A request is { method, path, headers, body }; checkHttpRequest takes a Request.',
    )
  }
  if (body instanceof ReadableStream || body instanceof Blob || body instanceof Promise) {
    throw new TypeError('The body is yet to be read: it is to be text, bytes or JSON.')
  }
}

const isInBody = (where: string): boolean => where === 'body' || where.startsWith('Bundle')

const firstAtEach = (found: readonly Violation[]): readonly Violation[] => {
  const seen = new Set<string>()
  return found.filter(({ where }) => !seen.has(where) && seen.add(where))
}

// Whatever the sandbox refuses is a violation, even if no rule of its own says so.
const misunderstood = ({ message }: CheckedRequest): readonly Violation[] =>
  message?.read instanceof Failure ? [{ ...findingOf(message.read), source: CLAUSES.workflow }] : []
