import { isIn } from '../../src/bars/applications.ts'
import { USE_CASES, type UseCase } from '../../src/bars/code-systems.ts'
import type { Occasion } from '../../src/bars/occasions.ts'
import { readTarget } from '../../src/bars/target.ts'
import { ALL_WORKFLOWS, WORKFLOWS, type Workflow } from '../../src/bars/workflow.ts'
import { type ExampleRequest, exampleRequest } from '../../src/examples/request.ts'
import { CATALOGUE } from '../../src/receiver/catalogue.ts'
import { isTestTarget } from '../../src/scenarios/index.ts'
import { check } from '../../src/validation/check.ts'
import { takeApart } from '../../src/validation/request.ts'
import type { Finding } from '../../src/validation/rule.ts'
import { type Edits, edited } from './edit-message.ts'
import type { TestRequest } from './sandbox.ts'

// No scenario names it: what is found has nothing to do with one.
const NHS_NUMBER = '9990000026'

const isUseCase = (name: string): name is UseCase => Object.hasOwn(USE_CASES, name)

/** Every use case with each workflow that its Application has. */
export const COMBINATIONS: readonly (readonly [UseCase, Workflow])[] = Object.keys(USE_CASES)
  .filter(isUseCase)
  .flatMap((useCase) =>
    ALL_WORKFLOWS.filter((workflow) => isIn(WORKFLOWS[workflow].applications, [useCase])).map(
      (workflow) => [useCase, workflow] as const,
    ),
  )

/** The request with the example message of a use case and a workflow. */
export const cleanRequest = (useCase: UseCase, workflow: Workflow): ExampleRequest => {
  const row = CATALOGUE.find(({ on, sentinel }) => on.includes(workflow) && sentinel.others)
  if (row === undefined) throw new Error(`no scenario takes any ${workflow}`)
  return exampleRequest(row, { occasion: workflow, useCase, planted: NHS_NUMBER })
}

/** What is found in a request; without occasions, whatever it is meant for. */
export const findingsIn = (
  { method, path, headers }: TestRequest,
  json: unknown,
  occasions: readonly Occasion[] = [],
): readonly Finding[] => {
  const sent = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
  )
  const header = (name: string) => sent.get(name.toLowerCase())
  const body = json === undefined ? ({ is: 'absent' } as const) : ({ is: 'json', json } as const)
  const raw = { method, path, header, body }
  const targetOf = (target: string) => readTarget(target, isTestTarget)
  return check(takeApart(raw, { occasions, targetOf }))
}

/** The rules that findings are of, each once; how severe they are, if that is no error. */
export const rulesIn = (found: readonly Finding[]): readonly string[] => [
  ...new Set(
    found.map(({ rule, severity }) => (severity === 'error' ? rule : `${rule} (${severity})`)),
  ),
]

/** The rules that a clean message breaks once it is changed. */
export const brokenBy = (useCase: UseCase, workflow: Workflow, edits: Edits): readonly string[] => {
  const request = cleanRequest(useCase, workflow)
  return rulesIn(findingsIn(request, edited(request.body, edits)))
}

/** A change to the clean message of a use case and workflow, and the rules that it breaks. */
export type Mutant = readonly [
  title: string,
  useCase: UseCase,
  workflow: Workflow,
  edits: Edits,
  ...broken: readonly string[],
]
