import { type ExampleRequest, exampleRequest, type Variation } from '../../src/examples/request.ts'
import { scenarioOf } from '../../src/receiver/catalogue.ts'
import { sorted } from '../../src/validation/judge.ts'
import type { Finding } from '../../src/validation/rule.ts'
import { findingsIn } from './clean-message.ts'
import type { TestRequest } from './sandbox.ts'

/** What is found in a request. */
export interface Judged {
  readonly ok: boolean
  readonly violations: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** How a request differs from the one that chooses a scenario; a header that is undefined is left out. */
interface Differences extends Variation {
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** The request that chooses a scenario, but for the differences. */
export const exampleOf = (
  id: string,
  { headers: changes = {}, ...variation }: Differences = {},
): ExampleRequest => {
  const row = scenarioOf(id)
  if (row === undefined) throw new Error(`there is no scenario ${id}`)
  const { headers, ...request } = exampleRequest(row, variation)
  const all = Object.entries({ ...headers, ...changes })
  const kept = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { ...request, headers: Object.fromEntries(kept) }
}

/** What is found in a request that is meant for a scenario, or for anything. */
export const judged = (id: string | undefined, request: TestRequest): Judged => {
  const occasions = id === undefined ? [] : (scenarioOf(id)?.on ?? [])
  const found = sorted(findingsIn(request, request.body, occasions))
  const of = (severity: Finding['severity']) => found.filter((each) => each.severity === severity)
  return { ok: of('error').length === 0, violations: of('error'), warnings: of('warning') }
}
