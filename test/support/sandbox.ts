import { createApp } from '../../src/app.ts'
import { FHIR_PATH } from '../../src/bars/paths.ts'
import { countingIds } from '../../src/examples/example.ts'
import type { ExampleRequest } from '../../src/examples/request.ts'
import {
  type Organisations,
  organisationsInMemory,
} from '../../src/receiver/111-ed/organisations.ts'
import { journalsInMemory } from '../../src/reports/memory.ts'

/** When tests happen, unless they say otherwise: a Monday noon in winter. */
const NOW = Date.parse('2030-01-14T12:00:00Z')

/** Where tests reach the sandbox. */
const ORIGIN = 'https://sandbox.test'

/** The FHIR base URL in tests. */
export const BASE = `${ORIGIN}${FHIR_PATH}`

/** The sandbox in-process, with a clock that stands still and ids that count up. */
export const createSandbox = ({ now = () => NOW, organisations, reports, wait }: Outside = {}) =>
  createApp({
    now,
    newId: countingIds('00000000'),
    version: '0.0.0-test',
    organisations: organisations ?? organisationsInMemory(),
    ...(reports && { reports }),
    ...(wait && { wait }),
  })

type Reporting = NonNullable<Parameters<typeof createApp>[0]['reports']>

/** What tests may give a sandbox. */
interface Outside {
  readonly now?: () => number
  /** Where 111-ED conversations are kept: in memory, if left out. */
  readonly organisations?: Organisations
  /** Where reports are kept; they cost time, so that only who asks for them has them. */
  readonly reports?: Reporting
  /** How a live log waits. */
  readonly wait?: (ms: number) => Promise<void>
}

/** Reports in memory, whose secrets count up. */
export const reportsInMemory = (): Reporting => {
  let count = 0
  return {
    journals: journalsInMemory(),
    newSecret: () => {
      count += 1
      return count.toString(16).padStart(32, '0')
    },
  }
}

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
