import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4'
import { SYSTEMS } from './code-systems.ts'

/**
 * The error table: error code → issue.code → HTTP status. BaRS "Failure Scenarios"; where sources
 * differ, docs/rulings.md. No other place pairs a code with a status.
 */
const ERRORS = {
  SEND_BAD_REQUEST: {
    required: 400,
    value: 400,
    structure: 400,
    'too-long': 413,
    'not-supported': 415,
  },
  PROXY_BAD_REQUEST: { structure: 400 },
  REC_BAD_REQUEST: {
    structure: 400,
    required: 400,
    value: 400,
    invariant: 400,
    'not-found': 400,
    invalid: 400,
    'not-supported': 400,
  },
  REC_UNAUTHORIZED: { security: 401 },
  SEND_FORBIDDEN: { forbidden: 403 },
  REC_FORBIDDEN: { forbidden: 403 },
  PROXY_NOT_FOUND: { 'not-found': 404 },
  REC_NOT_FOUND: { 'not-found': 404 },
  REC_METHOD_NOT_ALLOWED: { 'not-supported': 405 },
  SEND_NOT_ACCEPTABLE: { processing: 406 },
  REC_TIMEOUT: { timeout: 408 },
  REC_CONFLICT: { conflict: 409, duplicate: 409 },
  REC_UNPROCESSABLE_ENTITY: { processing: 422, 'too-costly': 422, 'not-supported': 422 },
  REC_TOO_MANY_REQUESTS: { throttled: 429 },
  REC_SERVER_ERROR: { exception: 500, 'no-store': 500 },
  REC_NOT_IMPLEMENTED: { 'not-supported': 501 },
  REC_UNAVAILABLE: { transient: 503 },
  REC_SERVICE_UNAVAILABLE: { transient: 503 },
} as const

type Errors = typeof ERRORS

/** A code of the table, as OperationOutcome.issue.details.coding.code carries it. */
export type ErrorCode = keyof Errors

type StatusOf<Issues> = Issues[keyof Issues]

/** An HTTP status of the table. */
export type ErrorStatus = { [C in ErrorCode]: StatusOf<Errors[C]> }[ErrorCode]

/** An OperationOutcome.issue.code of the table. */
export type IssueCode = { [C in ErrorCode]: keyof Errors[C] }[ErrorCode]

type IssueOf<C extends ErrorCode> = keyof Errors[C] & IssueCode

/** The codes of a 405, which must have an `Allow` header (RFC 9110 §15.5.6). */
type MethodError = {
  [C in ErrorCode]: StatusOf<Errors[C]> extends 405 ? C : never
}[ErrorCode]

/** Every row of the table. */
export const ERROR_ROWS: readonly ErrorRow[] = Object.entries(ERRORS).flatMap(([code, issues]) =>
  Object.entries(issues).map(([issue, status]) => ({ code, issue, status })),
)

interface ErrorRow {
  readonly code: string
  readonly issue: string
  readonly status: number
}

/** What was received and expected, and where; never a value of the patient's. */
export interface Diagnosis {
  readonly where: string
  readonly received: string
  readonly expected: string
  /** How to put it right, where more can be said than what was expected. */
  readonly mend?: string
  /** FHIRPath of the element in the body, if it is one. */
  readonly expression?: string
}

/** The methods that there are, or the seconds after which to try again. */
interface FailureHeaders {
  readonly Allow?: string
  readonly 'Retry-After'?: string
}

/** A request refused, as a value: which row of the table, and why. */
export class Failure {
  readonly code: ErrorCode
  readonly issue: IssueCode
  readonly status: ErrorStatus
  /** A sentence where a scenario asks for the failure: it is of no fault in the request. */
  readonly diagnosis: Diagnosis | string
  /** What its answer must say beside the body. */
  readonly headers: FailureHeaders

  private constructor(
    code: ErrorCode,
    issue: IssueCode,
    status: ErrorStatus,
    diagnosis: Diagnosis | string,
    headers: FailureHeaders,
  ) {
    this.code = code
    this.issue = issue
    this.status = status
    this.diagnosis = diagnosis
    this.headers = headers
  }

  static of<C extends MethodError>(
    code: C,
    issue: IssueOf<C>,
    diagnosis: Diagnosis | string,
    headers: Pick<Required<FailureHeaders>, 'Allow'>,
  ): Failure
  static of<C extends Exclude<ErrorCode, MethodError>>(
    code: C,
    issue: IssueOf<C>,
    diagnosis: Diagnosis | string,
    headers?: Pick<FailureHeaders, 'Retry-After'>,
  ): Failure
  static of(
    code: ErrorCode,
    issue: IssueCode,
    diagnosis: Diagnosis | string,
    headers: FailureHeaders = {},
  ): Failure {
    const statuses: Readonly<Partial<Record<IssueCode, ErrorStatus>>> = ERRORS[code]
    const status = statuses[issue]
    if (status === undefined) throw new Error(`the error table has no row ${code} ${issue}`)
    return new Failure(code, issue, status, diagnosis, headers)
  }
}

/** Makes a failure of a row of the error table. */
export const fail = Failure.of

/** The OperationOutcome of failures: an issue each, its code in `details`. BaRS "Failure Scenarios". */
export const operationOutcome = (
  first: Failure,
  others: readonly Failure[] = [],
): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
  issue: [first, ...others].map(issueOf),
})

const issueOf = ({ code, issue, status, diagnosis }: Failure): OperationOutcomeIssue => ({
  severity: 'error',
  code: issue,
  details: {
    coding: [{ system: SYSTEMS.errorCode, code, display: `${status} - ${code}` }],
  },
  ...(typeof diagnosis === 'string' ? { diagnostics: diagnosis } : told(diagnosis)),
})

const told = ({ where, received, expected, mend, expression }: Diagnosis) => ({
  diagnostics: `${where}: received ${received}; expected ${expected}${mend ? ` (${mend})` : ''}.`,
  ...(expression && { expression: [expression] }),
})
