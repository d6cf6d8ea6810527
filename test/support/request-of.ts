import { exampleRequest } from '../../src/examples/request.ts'
import { SCENARIOS } from '../../src/scenarios/index.ts'
import { type Edits, edited } from './edit-message.ts'
import type { TestRequest } from './sandbox.ts'

/** The family name of the patient in what `requestOf` writes; no answer may repeat it. */
export const FAMILY = 'Featherstonehaugh'

// No scenario names it and it is not the stateful patient's: what came before does not matter.
const NHS_NUMBER = '9990000026'

/** How a request differs from the one that chooses the scenario. */
export interface Changes {
  readonly method?: string
  readonly path?: string
  /** Headers to set; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly edits?: Edits
  /** The whole body. */
  readonly body?: unknown
}

/** The request that chooses a scenario, changed. */
export const requestOf = (id: string, changes: Changes = {}): TestRequest => {
  const scenario = SCENARIOS.find((row) => row.id === id)
  if (scenario === undefined) throw new Error(`no scenario ${id}`)
  const { in: place, others } = scenario.sentinel
  const planted = place === 'Patient.identifier' && others ? { planted: NHS_NUMBER } : {}
  const example = exampleRequest(scenario, planted)
  const { method = example.method, path = example.path, headers, edits } = changes
  const message =
    example.body && edited(example.body, { 'Patient.name.0.family': FAMILY, ...edits })
  const body = 'body' in changes ? changes.body : message
  return {
    method,
    path,
    headers: withChanges(example.headers, headers ?? {}),
    ...(body !== undefined && { body }),
  }
}

const withChanges = (
  headers: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  const all = Object.entries({ ...headers, ...changes })
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
