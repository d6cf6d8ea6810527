import type { ExpectStatic } from 'vitest'
import { FAMILY } from './request-of.ts'
import { type TestRequest, toRequest } from './sandbox.ts'

/** How the error table of the design refuses a request. */
interface Refusal {
  readonly status: number
  readonly code: string
  readonly issue: string
  /** The whole text; any text that says what was received, expected and where, if left out. */
  readonly diagnostics?: string
  /** The element of the message that is at fault. */
  readonly expression?: string
  readonly allow?: string
}

/** A request that is refused; the title goes on from "answers 400 when". */
export interface BadInput extends Refusal {
  readonly title: string
  readonly request: TestRequest
  /** What to send instead of the request's body, where that is not JSON. */
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** A request that looks wrong and is answered, by that scenario; the title goes on from "accepts". */
export interface GoodInput {
  readonly title: string
  readonly request: TestRequest
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly scenario: string
}

/** The row's request as it is sent. */
export const sent = ({ request, bytes }: Pick<BadInput, 'request' | 'bytes'>): Request =>
  bytes === undefined ? toRequest(request) : new Request(toRequest(request), { body: bytes })

/** How a diagnostic ends that may say how to put it right. */
export const mended = (mend: string | undefined): string =>
  mend === undefined ? '.' : ` (${mend}).`

/** The headers that every answer is compared by. */
const COMPARED = [
  'Content-Type',
  'Cache-Control',
  'X-Request-Id',
  'X-Correlation-Id',
  'Sandbox-Scenario',
  'Allow',
  'Access-Control-Allow-Origin',
] as const

/** An answer as it is compared with `refused`: status, headers, body and what it gives away. */
export const answerOf = async (response: Response, { request }: Pick<BadInput, 'request'>) => {
  const text = await response.text()
  return {
    status: response.status,
    headers: Object.fromEntries(COMPARED.map((name) => [name, response.headers.get(name)])),
    body: JSON.parse(text),
    givenAway: [
      ...(text.match(STACK) ?? []),
      ...secretsOf(request).filter((s) => text.includes(s)),
    ],
  }
}

const STACK = /\bat \S+ \(.*:\d+:\d+|\.[cm]?[jt]s\b|node:internal/

// NHS numbers begin with 9 and the ids of services do not.
const secretsOf = ({ body }: TestRequest): readonly string[] => {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  return [FAMILY, ...(text.match(/\b9\d{9}\b/g) ?? [])]
}

// What is no UUID may be a patient's (ruling 35).
const mirrored = (id: string | undefined): string | null =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id ?? '') ? (id ?? null) : null

/** What the answer to a bad input is: a lean OperationOutcome, ids mirrored, no scenario named. */
export const refused = (row: BadInput, expect: ExpectStatic) => ({
  status: row.status,
  headers: {
    'Content-Type': 'application/fhir+json',
    'Cache-Control': 'no-store',
    'X-Request-Id': mirrored(row.request.headers['X-Request-Id']),
    'X-Correlation-Id': mirrored(row.request.headers['X-Correlation-Id']),
    'Sandbox-Scenario': null,
    Allow: row.allow ?? null,
    'Access-Control-Allow-Origin': '*',
  },
  body: {
    resourceType: 'OperationOutcome',
    meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
    issue: [
      {
        severity: 'error',
        code: row.issue,
        details: {
          coding: [
            {
              system: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
              code: row.code,
              display: `${row.status} - ${row.code}`,
            },
          ],
        },
        diagnostics: row.diagnostics ?? expect.stringMatching(/^.+: received .+; expected .+\.$/s),
        ...(row.expression && { expression: [row.expression] }),
      },
    ],
  },
  givenAway: [],
})

/** The ids of all services, as failures name them. */
export const SERVICES =
  '1374839566, 1503499715, 2000003366, 2000011147, 2000070513, 2000071234, 2000071898, ' +
  '2000072489, 2000073917, 2000076288, 2000076289, 2000081230, 2000093816, 2000159909, 2000159910'
