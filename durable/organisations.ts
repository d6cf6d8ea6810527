import type { Organisations } from '../src/receiver/111-ed/organisations.ts'
import type { OrganisationObject } from './organisation.ts'

/** Organisations kept in Durable Objects, one for each space and ODS code. */
export const organisationsIn =
  (namespace: DurableObjectNamespace<OrganisationObject>): Organisations =>
  (space, odsCode) => {
    const object = namespace.getByName(`${space}/${odsCode}`)
    return {
      apply: (act, now) => object.apply(act, now),
      record: (now) => object.record(now),
      put: (state, now) => object.put(state, now),
      reset: (now) => object.reset(now),
    }
  }
