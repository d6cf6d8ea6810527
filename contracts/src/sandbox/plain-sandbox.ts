import { createApp } from '../../../src/app.ts'
import { FHIR_PATH, PUBLIC_SPACE } from '../../../src/bars/paths.ts'
import { organisationsInMemory } from '../../../src/receiver/111-ed/organisations.ts'
import type { State } from '../../../src/receiver/111-ed/states.ts'
import { journalsInMemory } from '../../../src/reports/memory.ts'
import about from '../../package.json' with { type: 'json' }
import { odsCodeOf, stateOf } from '../arguments.ts'

/** The version of this package: that of the sandbox in it. */
export const version: string = about.version

/** What a sandbox has of the outside. */
export interface Outside {
  /** The clock, in milliseconds since 1970; the machine's when left out. */
  readonly now?: () => number
  /** The source of UUIDs; random when left out. */
  readonly newId?: () => string
}

/** As `fetch` is called, so that a client may be given one for it. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** What answers Requests, called as `fetch` is. */
export const asFetch =
  (answer: (request: Request) => Response | Promise<Response>): Fetch =>
  async (input, init) =>
    answer(init === undefined && input instanceof Request ? input : new Request(input, init))

// For the ids of reports: 128 random bits.
const newSecret = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')

/** A sandbox that checks nothing: the same app as the public one, its state in memory. */
export interface PlainSandbox {
  /** Answers a request, or what fetch takes, as the sandbox does. Its FHIR API is at `fhirPath`, whatever the host. */
  readonly fetch: Fetch
  readonly fhirPath: string
  /** Puts an organisation's 111-ED conversation into a state. */
  readonly setState: (odsCode: string, state: State) => Promise<void>
  /** How an organisation's 111-ED conversation stands. */
  readonly state: (odsCode: string) => Promise<State>
  /** Begins an organisation's 111-ED conversation anew. */
  readonly reset: (odsCode: string) => Promise<void>
}

/** Makes a sandbox of its own: nothing is shared with any other. */
export const plainSandbox = (outside: Outside = {}): PlainSandbox => {
  const { now = Date.now, newId = () => crypto.randomUUID() } = outside
  const organisations = organisationsInMemory()
  const reports = { journals: journalsInMemory(), newSecret }
  const app = createApp({ now, newId, version, organisations, reports })
  const organisation = (odsCode: string) => organisations(PUBLIC_SPACE, odsCodeOf(odsCode))
  return {
    fetch: asFetch((request) => app.fetch(request)),
    fhirPath: FHIR_PATH,
    setState: async (odsCode, state) => {
      await organisation(odsCode).put(stateOf(state), now())
    },
    state: async (odsCode) => (await organisation(odsCode).standing(now())).state,
    reset: async (odsCode) => organisation(odsCode).reset(now()),
  }
}
