import { SENDER_ODS_CODE } from '../../../src/examples/parties.ts'
import { isObject } from '../../../src/fhir/json.ts'
import { buildRequest } from '../build-request.ts'
import { createSandbox } from '../sandbox/checking-sandbox.ts'
import { scenario } from '../scenario.ts'
import type { ScenarioId } from '../scenario-ids.ts'

/** What the sandbox answers to a request. */
export interface ExpectedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: object
}

/** What the sandbox answers to the request of a scenario. */
export const expectedAnswer = async (id: ScenarioId): Promise<ExpectedAnswer> => {
  const { fetch, fhirPath, setState } = createSandbox()
  for (const state of scenario(id).given) await setState(SENDER_ODS_CODE, state)

  const { method, path, headers, body } = buildRequest(id, { odsCode: SENDER_ODS_CODE })
  const answer = await fetch(
    new Request(`http://127.0.0.1${fhirPath}${path}`, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const answered: unknown = await answer.json()
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: isObject(answered) ? answered : {},
  }
}
