import { it } from 'vitest'
import { exampleRequest, plantings } from '../../../src/examples/request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { rowOf, scenarios } from '../../src/scenario.ts'

for (const { id } of scenarios) {
  it(`finds nothing wrong in the requests of ${id}`, ({ expect }) => {
    const row = rowOf(id)
    const requests = row.on.flatMap((occasion) =>
      plantings(row).map((planted) => exampleRequest(row, { occasion, planted })),
    )

    const reports = requests.flatMap((request) => [
      checkRequest(id, request),
      checkRequest(undefined, request),
    ])

    const wrong = reports.filter(({ ok, warnings }) => !ok || warnings.length > 0)
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
}
