import { it } from 'vitest'
import type { Application } from '../../../src/bars/applications.ts'
import { ALL_WORKFLOWS, WORKFLOWS, type Workflow } from '../../../src/bars/workflow.ts'
import { type ExampleRequest, exampleRequest } from '../../../src/examples/request.ts'
import { asJson } from '../../../src/fhir/json.ts'
import { CATALOGUE } from '../../../src/receiver/catalogue.ts'
import type { Scenario } from '../../../src/scenarios/scenario.ts'
import {
  isAlone,
  nameOf,
  type Path,
  pathsIn,
  whereOf,
  without,
} from '../../../test/support/deletions.ts'
import { buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import type { CheckReport, Violation } from '../../src/check/report.ts'
import { scenarioIdOf } from '../../src/scenario.ts'
import { isOptional } from './optional.ts'

// At the place: there, within it, around it, or at a reference to it.
const isAt =
  (request: ExampleRequest, path: Path) =>
  ({ where, received }: Violation): boolean => {
    const at = where.replace(/\(.*/, '').replace(/\[\d+\]$/, '')
    const place = whereOf(path)
    return place.startsWith(at) || at.startsWith(place) || received === fullUrlOf(request, path)
  }

const fullUrlOf = ({ body }: ExampleRequest, [, place]: Path): string | undefined =>
  body?.entry?.[Number(place)]?.fullUrl

const partsOf = ({ body }: ExampleRequest): readonly Path[] => pathsIn(asJson(body))

const checkWithout = (row: Scenario, request: ExampleRequest, path: Path): CheckReport =>
  checkRequest(scenarioIdOf(row.id), { ...request, body: without(request.body, path) })

/** Every workflow in its first Application, and what else the Applications ask of new ones. */
const MESSAGES: readonly (readonly [Workflow, Application])[] = [
  ...ALL_WORKFLOWS.map((workflow) => [workflow, WORKFLOWS[workflow].applications[0]] as const),
  ...([2, 3, 5, 6, 8] as const).map((application) => ['referral-new', application] as const),
  ['booking-new', 2],
  ['booking-new', 7],
]

for (const [workflow, application] of MESSAGES) {
  const row = CATALOGUE.find(({ on, sentinel }) => on.includes(workflow) && sentinel.others)
  if (row === undefined) throw new Error(`no scenario of ${workflow}`)
  const useCase = `a${application}t1` as const
  const request = exampleRequest(row, { occasion: workflow, planted: '9990000026', useCase })
  const message = asJson(request.body)

  it(`finds what is taken out of a ${workflow} of Application ${application}, if it must be there`, ({
    expect,
  }) => {
    const parts = partsOf(request).map((path) => {
      const { ok, violations } = checkWithout(row, request, path)
      const name = nameOf(message, path)
      return {
        name,
        isFound: violations.some(isAt(request, path)),
        isRefused: !ok,
        isOptional: isOptional(name, workflow, application),
        // R4 has nothing empty: what holds but one part goes with it.
        isAlone: isAlone(message, path),
      }
    })

    const missed = parts.filter((part) => !part.isFound && !part.isOptional)
    const unasked = parts.filter((part) => part.isRefused && part.isOptional && !part.isAlone)
    expect(missed.map(({ name }) => name)).toEqual([])
    expect(unasked.map(({ name }) => name)).toEqual([])
    expect(parts.length).toBeGreaterThan(90)
  })
}

it('misses nothing that is taken out and selects the scenario', ({ expect }) => {
  const { headers, ...request } = buildRequest('booking-conflict-409')
  const at: Path = ['entry', 2, 'resource', 'identifier']
  const paths: readonly Path[] = [at, [...at, 0], [...at, 0, 'system']]

  const reports = paths.map((path) =>
    checkRequest('booking-conflict-409', {
      ...request,
      headers,
      body: without(request.body, path),
    }),
  )

  const identifier = 'Bundle.entry[2].resource.identifier'
  expect(reports.map(({ violations }) => violations.map((each) => each.where))).toEqual([
    [`${identifier}(nhs-number)`],
    [identifier, `${identifier}(nhs-number)`],
    [`${identifier}(nhs-number)`],
  ])
})
