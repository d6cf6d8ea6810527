import { types } from 'node:util'
import { decompressed, readJson, tooLong } from '../../../src/bars/body.ts'
import { decompress } from '../../../src/bars/decompress.ts'
import { Failure } from '../../../src/bars/failure.ts'
import { LIMITS } from '../../../src/bars/limits.ts'
import { remember } from '../../../src/bars/remember.ts'
import { readTarget } from '../../../src/bars/target.ts'
import { isTestTarget } from '../../../src/scenarios/index.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import { type SentBody, sentBody } from '../../../src/validation/body.ts'
import { check } from '../../../src/validation/check.ts'
import { placesOf } from '../../../src/validation/judge.ts'
import { type SentRequest, takeApart } from '../../../src/validation/request.ts'
import type { Finding } from '../../../src/validation/rule.ts'
import { shownMethod, shownPath } from '../../../src/validation/rules/http.ts'
import { KNOWN_TARGET } from '../../../src/validation/rules/json-headers.ts'
import { checkOptions } from '../arguments.ts'
import { rowOf } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'
import { type CheckReport, reportOf, type Violation } from './report.ts'
import { isInTarget, scenarioFindings } from './scenario-rules.ts'
import { headerIn, type SentHeaders } from './sent-headers.ts'
import { withExamples } from './such-as.ts'
import {
  plainVerdict,
  type ToVerdict,
  VERDICT_OPTIONS,
  type VerdictOptions,
  verdictBy,
} from './verdict.ts'

/** A request to the FHIR API: `buildRequest` gives one, and `checkHttpRequest` takes a `Request`. */
export interface CheckableRequest {
  readonly method: string
  /** Relative to the FHIR base, or the whole URL; holds the query. */
  readonly path: string
  readonly headers: SentHeaders
  /** JSON as text or parsed; bytes, in whatever view of them, are read as UTF-8. */
  readonly body?: unknown
}

/**
 * Checks a request by the rules of BaRS and, where a scenario is named, that it selects that one.
 * Every violation is told, and nothing of the patient but sentinel NHS numbers.
 * @throws RangeError when there is no such scenario, or no such rule to ignore.
 * @throws TypeError when it is no such request, such as a `Request`: `checkHttpRequest` reads those; or
 * when it is given what is no option of it.
 */
export const checkRequest = (
  id: ScenarioId | undefined,
  request: CheckableRequest,
  verdictOptions: VerdictOptions = {},
): CheckReport => {
  checkOptions('checkRequest', verdictOptions, VERDICT_OPTIONS)
  return checkFurther(id, request, { toVerdict: verdictBy(verdictOptions) })
}

/** What else is known of a request. */
export interface Further {
  /** Violations that are found already; they come first. */
  readonly known?: readonly Violation[]
  /** Whether the body is known, or that there is none; if not, nothing is said of it. */
  readonly hasBody?: boolean
  /** Leaves nothing out, where there is none. */
  readonly toVerdict?: ToVerdict
}

/** The same with more known, or less. */
export function checkFurther(
  id: ScenarioId | undefined,
  request: CheckableRequest,
  { known = [], hasBody = true, toVerdict = plainVerdict }: Further = {},
): CheckReport {
  refuseOthers(request)
  const row = id === undefined ? undefined : rowOf(id)
  const sent = sentRequest(row, request)
  const found = findings(row, sent).filter(({ where }) => hasBody || !isInBody(where))
  const method = shownMethod(sent.method) ?? 'a request to'
  const explained = (some: readonly Violation[]) =>
    placed(withExamples(some, sent.message, row), sent.body)
  const { violations, warnings, ignored } = toVerdict([...known, ...found])
  return reportOf({
    request: `${method} ${shownPath(sent)}`,
    scenarioId: id,
    violations: explained(violations),
    warnings: explained(warnings),
    ignored,
  })
}

/** The same with where they are in the text of the body, where that has lines, or is no JSON. */
function placed(found: readonly Violation[], body: SentBody): readonly Violation[] {
  const { is, text } = body
  if (text === undefined || (is === 'json' && !text.trim().includes('\n'))) return found
  const places = placesOf(found, body)
  return found.map((each, place) => ({ ...each, ...places[place] }))
}

/** Checks a standard Request, which can still be read afterwards. */
export const checkHttpRequest = async (
  id: ScenarioId | undefined,
  request: Request,
  verdictOptions: VerdictOptions = {},
): Promise<CheckReport> => {
  const { method, url: path, headers } = request
  const body = new Uint8Array(await request.clone().arrayBuffer())
  return checkRequest(id, { method, path, headers, body }, verdictOptions)
}

const targetOf = remember((header: string) => readTarget(header, isTestTarget))

function sentRequest(row: Scenario | undefined, request: CheckableRequest): SentRequest {
  const { method, path, headers, body } = request
  const header = headerIn(headers)
  const raw = { method, path, header, body: bodyOf(body, header('Content-Encoding')) }
  return takeApart(raw, { occasions: row?.on ?? [], targetOf })
}

function findings(row: Scenario | undefined, sent: SentRequest): readonly Finding[] {
  const found = check(sent)
  if (row === undefined) return found
  const known = isInTarget(row) ? found.filter(({ rule }) => rule !== KNOWN_TARGET.id) : found
  return [...known, ...scenarioFindings(row, sent)]
}

function refuseOthers({ method, path, body }: CheckableRequest): void {
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

/** Reads a body: JSON as text, as bytes in UTF-8, or parsed already. */
function bodyOf(given: unknown, contentEncoding: string | undefined): SentBody {
  const body = writtenBody(given)
  const sent = body instanceof Uint8Array ? decompressed(body, contentEncoding, decompress) : body
  if (sent instanceof Failure) return sentBody({ json: sent })
  if (sent === undefined || sent === null || sent === '') return { is: 'absent' }
  const isRead = typeof sent !== 'string' && !(sent instanceof Uint8Array)
  if (lengthOf(isRead ? written(sent) : sent) > LIMITS.bodyBytes) {
    return sentBody({ json: tooLong() })
  }
  return isRead ? { is: 'json', json: sent } : sentBody(readJson(sent))
}

/** A body that is written, in whatever object, as text or bytes; anything else as it is. */
function writtenBody(body: unknown): unknown {
  // Not by instanceof: test runners have a realm of their own.
  if (types.isStringObject(body)) return String(body)
  if (types.isAnyArrayBuffer(body)) return new Uint8Array(body)
  if (!ArrayBuffer.isView(body)) return body
  return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
}

const lengthOf = (body: string | Uint8Array): number =>
  typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength

// What is too deep to be written, or leads back to itself, is looked at all the same.
function written(json: unknown): string {
  try {
    return JSON.stringify(json) ?? ''
  } catch {
    return ''
  }
}
