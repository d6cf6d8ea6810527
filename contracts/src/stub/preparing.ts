import { Failure } from '../../../src/bars/failure.ts'
import { HEADERS } from '../../../src/bars/headers.ts'
import { readOrganisation } from '../../../src/bars/organisation.ts'
import { FHIR_PATH } from '../../../src/bars/paths.ts'
import type { State } from '../../../src/scenarios/scenario.ts'
import type { PlainSandbox } from '../plain-sandbox.ts'

/** Puts the organisation of each request, in its space, through the states that a scenario needs. */
export const preparing =
  ({ fetch }: Pick<PlainSandbox, 'fetch'>, given: readonly State[]) =>
  async ({ headers, url }: Pick<Request, 'headers' | 'url'>): Promise<void> => {
    const base = url.indexOf(FHIR_PATH)
    if (base < 0) return
    const sent = headers.get(HEADERS.organisation)
    const odsCode = sent === null ? undefined : readOrganisation(sent)
    if (odsCode === undefined || odsCode instanceof Failure) return
    const space = url.slice(0, base)
    for (const state of given) {
      const body = JSON.stringify({ state })
      await fetch(
        new Request(`${space}/_sandbox/organisations/${odsCode}/state`, { method: 'PUT', body }),
      )
    }
  }
