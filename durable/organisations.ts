import type { Failure } from '../src/bars/failure.ts'
import { storageTrouble, UNAVAILABLE } from '../src/bars/storage.ts'
import type { Organisation, Organisations } from '../src/receiver/111-ed/organisations.ts'
import type { OrganisationObject } from './organisation.ts'

/** What has the object of a name, as a namespace of Durable Objects does. */
interface Objects {
  readonly getByName: (name: string) => Called
}

/** An object as it is called from outside. */
type Called = {
  readonly [Name in keyof Organisation]: (
    ...parameters: Parameters<OrganisationObject[Name]>
  ) => Promise<ReturnType<OrganisationObject[Name]>>
}

/** Organisations kept in Durable Objects, one for each space and ODS code. */
export const organisationsIn =
  (objects: Objects): Organisations =>
  (space, odsCode) => {
    const object = objects.getByName(`${space}/${odsCode}`)
    return {
      apply: (act, now) => orTrouble(async () => object.apply(act, now)),
      standing: (now) => orTrouble(async () => object.standing(now)),
      recall: (holding, now) => orTrouble(async () => object.recall(holding, now)),
      record: (now) => orTrouble(async () => object.record(now)),
      put: (state, now) => orTrouble(async () => object.put(state, now)),
      reset: (now) => orTrouble(async () => object.reset(now)),
    }
  }

/** What an object answers, or why it cannot (ruling 42). */
const orTrouble = async <Answer>(call: () => Promise<Answer>): Promise<Answer | Failure> => {
  try {
    return await call()
  } catch (error) {
    // An object throws nothing by itself, so that a plain Error is storage's, whatever it shows.
    if (!(error instanceof Error) || error.name !== 'Error') throw error
    const trouble = storageTrouble(error) ?? UNAVAILABLE
    const [code = null] = /SQLITE_\w+/.exec(error.message) ?? []
    // biome-ignore lint/suspicious/noConsole: whoever runs the sandbox must see it; nothing of a request is told.
    console.error(JSON.stringify({ storage: trouble.code, code }))
    return trouble
  }
}
