import { it } from 'vitest'
import { asJson } from '../../../src/fhir/json.ts'
import { pathsIn, without } from '../../../test/support/deletions.ts'
import { type BuiltRequest, buildRequest } from '../../src/build-request.ts'
import { checkRequest } from '../../src/check/check-request.ts'
import { createSandbox } from '../../src/sandbox/checking-sandbox.ts'
import { scenarios } from '../../src/scenario.ts'

const EVERY = 23

/** The request and, of those with one part of the message taken out, one in a few. */
const variantsOf = (request: BuiltRequest): readonly BuiltRequest[] => {
  const { body } = request
  if (body === undefined) return [request]
  const paths = pathsIn(asJson(body)).filter((_path, place) => place % EVERY === 0)
  return [request, ...paths.map((path) => ({ ...request, body: Object(without(body, path)) }))]
}

for (const { id, given, status } of scenarios) {
  it(`passes no request that does not get the answer of ${id}`, async ({ expect }) => {
    const { fetch, fhirPath, setState } = createSandbox()
    const passed = variantsOf(buildRequest(id)).filter((each) => checkRequest(id, each).ok)

    const answers = []
    for (const { path, body, ...init } of passed) {
      for (const state of given) await setState('A1001', state)
      const answer = await fetch(
        new Request(`https://sandbox.test${fhirPath}${path}`, {
          ...init,
          ...(body && { body: JSON.stringify(body) }),
        }),
      )
      answers.push([answer.status, answer.headers.get('Sandbox-Scenario')])
    }

    expect(answers).toEqual(passed.map(() => [status, id]))
    expect(passed.length).toBeGreaterThan(0)
  })
}
