import { it } from 'vitest'
import { USE_CASES } from '../../../src/bars/code-systems.ts'
import { ALL_WORKFLOWS } from '../../../src/bars/workflow.ts'
import { COMBINATIONS, cleanRequest, findingsIn } from '../../support/clean-message.ts'

for (const [useCase, workflow] of COMBINATIONS) {
  it(`finds nothing wrong in a ${workflow} of ${useCase}`, ({ expect }) => {
    const request = cleanRequest(useCase, workflow)

    expect(findingsIn(request, request.body)).toEqual([])
  })
}

it('leaves no use case out, and no workflow', ({ expect }) => {
  const [useCases, workflows] = [0, 1].map(
    (place) => new Set(COMBINATIONS.map((each) => each[place])),
  )

  expect(useCases).toEqual(new Set(Object.keys(USE_CASES)))
  expect(workflows).toEqual(new Set(ALL_WORKFLOWS))
})
