import { it } from 'vitest'
import { exampleRequest } from '../../../src/examples/request.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { r4Faults } from '../../support/r4.ts'
import { createSandbox, toRequest } from '../../support/sandbox.ts'

for (const scenario of SCENARIOS) {
  for (const occasion of scenario.on) {
    it(`${scenario.id} answers ${occasion} with valid R4`, async ({ expect }) => {
      const request = exampleRequest(scenario, { occasion })

      const response = await createSandbox().fetch(toRequest(request))

      expect(r4Faults(await response.json())).toEqual([])
    })
  }
}

for (const scenario of SCENARIOS) {
  const { body } = exampleRequest(scenario)
  if (body === undefined) continue

  it(`${scenario.id} is shown by a message that is valid R4`, async ({ expect }) => {
    const sent = JSON.parse(JSON.stringify(body))

    expect(r4Faults(sent)).toEqual([])
  })
}
