import { createApp } from '../../src/app.ts'
import { readOdsCode } from '../../src/bars/organisation.ts'
import { PUBLIC_SPACE } from '../../src/bars/paths.ts'
import { SENDER_ODS_CODE } from '../../src/examples/resources.ts'
import { organisationsInMemory } from '../../src/receiver/111-ed/organisations.ts'
import type { State } from '../../src/receiver/111-ed/states.ts'
import { type TestRequest, toRequest } from './sandbox.ts'

const NOW = Date.parse('2030-01-14T12:00:00Z')

/** The id of everything that the sandbox below makes. */
const ID = '00000000-0000-4000-8000-000000000001'

/** Asks a sandbox that remembers nothing, makes one id alone and finds the Sender in a state. */
export const createStandingSandbox = () => {
  const sender = readOdsCode(SENDER_ODS_CODE)
  if (sender === undefined) throw new Error('the Sender of the examples has no ODS code')

  let organisations = organisationsInMemory()
  const app = createApp({
    now: () => NOW,
    newId: () => ID,
    version: '0.0.0-test',
    organisations: (space, odsCode) => organisations(space, odsCode),
  })
  return async (request: TestRequest, state: State = 'initial'): Promise<Response> => {
    organisations = organisationsInMemory()
    await organisations(PUBLIC_SPACE, sender).put(state, NOW)
    return app.request(toRequest(request))
  }
}
