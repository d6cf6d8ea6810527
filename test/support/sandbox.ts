import { createApp } from '../../src/app.ts'
import { FHIR_PATH } from '../../src/bars/paths.ts'
import { countingIds } from '../../src/examples/example.ts'
import type { ExampleRequest } from '../../src/examples/request.ts'
import { organisationsInMemory } from '../../src/receiver/111-ed/organisations.ts'

/** When tests happen, unless they say otherwise: a Monday noon in winter. */
const NOW = Date.parse('2030-01-14T12:00:00Z')

/** Where tests reach the sandbox. */
const ORIGIN = 'https://sandbox.test'

/** The FHIR base URL in tests. */
export const BASE = `${ORIGIN}${FHIR_PATH}`

/** The sandbox in-process, with a clock that stands still and ids that count up. */
export const createSandbox = ({ now = () => NOW }: { now?: () => number } = {}) =>
  createApp({
    now,
    newId: countingIds('00000000'),
    version: '0.0.0-test',
    organisations: organisationsInMemory(),
  })

/** A request as plain data, with a body of any kind: tests send wrong ones too. */
export type TestRequest = Omit<ExampleRequest, 'body' | 'method'> & {
  readonly method: string
  readonly body?: unknown
}

/** An example as a Request to the FHIR API. A body that is text is sent as it stands. */
export const toRequest = ({ method, path, headers, body }: TestRequest, base = BASE): Request =>
  new Request(`${base}${path}`, {
    method,
    headers: { ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
