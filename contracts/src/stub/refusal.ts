import { fail } from '../../../src/bars/failure.ts'
import { operationOutcome } from '../../../src/bars/operation-outcome.ts'
import { fhirHeaders } from '../../../src/routes/fhir-headers.ts'
import { readMessageIds } from '../../../src/routes/message-ids.ts'
import type { Violation } from '../check/report.ts'
import type { Arrived } from './arrived.ts'

/** Answers 400 with an OperationOutcome that has an issue for each violation of what arrived. */
export const refusalOf = (violations: readonly Violation[], arrived?: Arrived): Response => {
  const [first, ...others] = violations.map((violation) => operationOutcome(failureOf(violation)))
  const outcome = { ...first, issue: [first, ...others].flatMap((each) => each?.issue ?? []) }
  const ids = readMessageIds(arrived?.headers ?? new Headers())
  return new Response(JSON.stringify(outcome), { status: 400, headers: fhirHeaders(ids) })
}

// FHIRPath begins with the type of a resource; headers and parameters are in small letters.
const isElement = (where: string): boolean => /^[A-Z][A-Za-z]+[.[(]/.test(where)

const failureOf = ({ where, expected, received, mend }: Violation) => {
  const diagnosis = { where, received, expected, ...(mend && { mend }) }
  return isElement(where)
    ? fail('REC_BAD_REQUEST', 'invariant', {
        ...diagnosis,
        expression: where.replace(/\(.*$/, ''),
      })
    : fail('SEND_BAD_REQUEST', 'value', diagnosis)
}
