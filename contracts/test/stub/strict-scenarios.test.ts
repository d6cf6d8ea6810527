import { it } from 'vitest'
import { buildRequest } from '../../src/build-request.ts'
import { scenarios } from '../../src/scenario.ts'
import { startStub } from '../../src/stub/start-stub.ts'
import { send } from './send.ts'

for (const { id, status } of scenarios) {
  it(`answers by ${id} to the request that selects it, and judges it right`, async ({ expect }) => {
    await using stub = await startStub({ scenario: id, strict: true })

    const answers = [
      await send(stub, buildRequest(id)),
      await send(stub, buildRequest(id, { odsCode: 'B2002' })),
      await send(stub, buildRequest(id)),
    ]

    expect(answers.map((each) => each.status)).toEqual([status, status, status])
    expect(stub.violations()).toEqual([])
  })
}
