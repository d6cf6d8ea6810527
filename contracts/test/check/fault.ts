import type { ExpectStatic } from 'vitest'
import { checkRequest } from '../../src/check/check-request.ts'
import type { CheckableRequest } from '../../src/check/checked-request.ts'
import type { Violation } from '../../src/check/report.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'

/** A request that is wrong in one way; the title goes on from "finds". */
export interface Fault {
  readonly title: string
  readonly id: ScenarioId
  readonly request: CheckableRequest
  readonly violation: Omit<Violation, 'source'>
}

/** Asserts that the fault is found, and nothing else. */
export const expectFault = (expect: ExpectStatic, { id, request, violation }: Fault): void => {
  const { violations } = checkRequest(id, request)
  expect(violations).toEqual([{ ...violation, source: expect.any(String) }])
}
