import { writeJson } from '../../contracts/src/pact/pact-file.ts'
import { callbacksPact, receiverPact } from '../../contracts/src/pact/pacts.ts'

/** The Pact files that are committed, by path; the package's build makes one a scenario of the first. */
export const pacts = async (): Promise<Readonly<Record<string, string>>> => ({
  'contracts/pacts/bars.json': writeJson(await receiverPact()),
  'contracts/pacts/callbacks.json': writeJson(callbacksPact()),
})
