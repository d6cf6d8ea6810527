import type { ExpectStatic } from 'vitest'
import type { Finding } from '../../src/validation/rule.ts'
import { type Edits, edited } from './edit-message.ts'
import { exampleOf, judged } from './judged.ts'
import type { TestRequest } from './sandbox.ts'

type Told = Pick<Finding, 'rule' | 'where' | 'expected' | 'received' | 'mend'>

/** A request that is wrong in one way; the title goes on from "finds". */
export interface Fault {
  readonly title: string
  readonly id: string
  readonly request: TestRequest
  readonly told: Told
}

/** A message in which elements are changed. */
export const inMessage = (title: string, id: string, edits: Edits, told: Told): Fault => {
  const request = exampleOf(id)
  return { title, id, request: { ...request, body: edited(request.body, edits) }, told }
}

/** A request with a header changed, or left out. */
export const inHeader = (
  title: string,
  [header, value]: readonly [name: string, value: string | undefined],
  told: Omit<Told, 'where'> & { readonly where?: string },
  id = 'booking-conflict-409',
): Fault => ({
  title,
  id,
  request: exampleOf(id, { headers: { [header]: value } }),
  told: { where: `header ${header}`, ...told },
})

/** Asserts that the fault is found, and nothing else. */
export const expectFault = (expect: ExpectStatic, { id, request, told }: Fault): void => {
  const found = judged(id, request).violations.map(
    ({ source: _source, severity: _severity, tag: _tag, ...each }) => each,
  )
  expect(found).toEqual([told])
}
