import type { ExpectStatic } from 'vitest'
import { type Edits, edited } from '../../../test/support/edit-message.ts'
import { buildRequest } from '../../src/build-request.ts'
import { type CheckableRequest, checkRequest } from '../../src/check/check-request.ts'
import type { Violation } from '../../src/check/report.ts'
import type { ScenarioId } from '../../src/scenario-ids.ts'

type Found = Pick<Violation, 'rule' | 'where' | 'expected' | 'received' | 'mend'>

/** A request that is wrong in one way; the title goes on from "finds". */
export interface Fault {
  readonly title: string
  readonly id: ScenarioId
  readonly request: CheckableRequest
  readonly violation: Found
}

/** A message in which elements are changed. */
export const inMessage = (title: string, id: ScenarioId, edits: Edits, violation: Found): Fault => {
  const request = buildRequest(id)
  return { title, id, request: { ...request, body: edited(request.body, edits) }, violation }
}

/** A request whose path is changed. */
export const inPath = (
  title: string,
  id: ScenarioId,
  change: (path: string) => string,
  violation: Found,
): Fault => {
  const request = buildRequest(id)
  return { title, id, request: { ...request, path: change(request.path) }, violation }
}

/** A request with a header changed, or left out. */
export const inHeader = (
  title: string,
  [header, value]: readonly [name: string, value: string | undefined],
  violation: Omit<Found, 'where'> & { readonly where?: string },
  id: ScenarioId = 'booking-conflict-409',
): Fault => ({
  title,
  id,
  request: buildRequest(id, { headers: { [header]: value } }),
  violation: { where: `header ${header}`, ...violation },
})

/** Asserts that the fault is found, and nothing else. */
export const expectFault = (expect: ExpectStatic, { id, request, violation }: Fault): void => {
  const { violations } = checkRequest(id, request)
  const found = violations.map(
    ({ source: _source, severity: _severity, tag: _tag, pointer: _pointer, ...told }) => told,
  )
  expect(found).toEqual([violation])
}
