import { createApp } from '../../src/app.ts'
import { type OdsCode, readOdsCode } from '../../src/bars/organisation.ts'
import { organisationsInMemory } from '../../src/receiver/111-ed/memory.ts'
import { FHIR_PATH, PUBLIC_SPACE } from '../../src/routes/context.ts'
import type { State } from '../../src/scenarios/scenario.ts'
import { version } from './version.ts'

/** What a sandbox may be given. */
export interface SandboxOptions {
  /** The clock, in milliseconds since 1970; the machine's when left out. */
  readonly now?: () => number
  /** The source of UUIDs; random when left out. */
  readonly newId?: () => string
}

/** The sandbox in this process: the same app as the public one, its state in memory. */
export interface Sandbox {
  /** Answers a request as the sandbox does. Its FHIR API is at `fhirPath`, whatever the host. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly fhirPath: string
  /** Puts an organisation's 111-ED conversation into a state. */
  readonly setState: (odsCode: string, state: State) => Promise<void>
  /** How an organisation's 111-ED conversation stands. */
  readonly state: (odsCode: string) => Promise<State>
  /** Begins an organisation's 111-ED conversation anew. */
  readonly reset: (odsCode: string) => Promise<void>
}

/** Makes a sandbox of its own: nothing is shared with any other. */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  const { now = Date.now, newId = () => crypto.randomUUID() } = options
  const organisations = organisationsInMemory()
  const app = createApp({ now, newId, version, organisations })
  const organisation = (odsCode: string) => organisations(PUBLIC_SPACE, checked(odsCode))
  return {
    fetch: async (request) => app.fetch(request),
    fhirPath: FHIR_PATH,
    setState: (odsCode, state) => organisation(odsCode).put(state, now()),
    state: async (odsCode) => (await organisation(odsCode).record(now())).standing.state,
    reset: (odsCode) => organisation(odsCode).reset(now()),
  }
}

const checked = (odsCode: string): OdsCode => {
  const read = readOdsCode(odsCode)
  if (read === undefined) {
    throw new RangeError(`'${odsCode}' is not an ODS code: 3 to 12 letters and digits.`)
  }
  return read
}
