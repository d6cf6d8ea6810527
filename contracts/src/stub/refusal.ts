import { fail } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { FHIR_JSON } from '../../../src/bars/media-type.ts'
import { operationOutcome } from '../../../src/bars/operation-outcome.ts'
import type { Violation } from '../check/report.ts'
import type { Arrived } from './arrived.ts'

/** Answers 400 with an OperationOutcome that has an issue for each violation of what arrived. */
export const refusalOf = (violations: readonly Violation[], arrived?: Arrived): Response => {
  const [first, ...others] = violations.map((violation) => operationOutcome(failureOf(violation)))
  const outcome = { ...first, issue: [first, ...others].flatMap((each) => each?.issue ?? []) }
  const mirrored = [HEADERS.requestId, HEADERS.correlationId].flatMap((name) => {
    const value = arrived?.headers.get(name)
    return value == null ? [] : [[name, value] as const]
  })
  return new Response(JSON.stringify(outcome), {
    status: 400,
    headers: {
      'Content-Type': FHIR_JSON,
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      ...Object.fromEntries(mirrored),
    },
  })
}

const failureOf = ({ where, expected, received, hint }: Violation) => {
  const diagnosis = {
    where,
    received,
    expected: hint === undefined ? expected : `${expected} (${hint})`,
  }
  return where.startsWith('Bundle')
    ? fail('REC_BAD_REQUEST', 'invariant', {
        ...diagnosis,
        expression: where.replace(/\(.*$/, ''),
      })
    : fail('SEND_BAD_REQUEST', 'value', diagnosis)
}
