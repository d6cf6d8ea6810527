import { buildRequest } from '../../src/build-request.ts'
import { createSandbox } from '../../src/sandbox/checking-sandbox.ts'
import type { SequenceStep } from '../../src/sequence/sequences.ts'

/** A client of a Sender: it has a sandbox, and sends what the step asks for. */
export const clientOf = (odsCode: string) => {
  const { fetch, fhirPath } = createSandbox()
  return async ({ scenario }: SequenceStep) => {
    const { path, body, ...init } = buildRequest(scenario, { odsCode })
    const url = `https://sandbox.test${fhirPath}${path}`
    return fetch(new Request(url, { ...init, body: JSON.stringify(body) }))
  }
}
