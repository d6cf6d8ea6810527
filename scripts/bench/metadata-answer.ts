import about from '../../package.json' with { type: 'json' }
import { createApp } from '../../src/app.ts'
import { organisationsInMemory } from '../../src/receiver/111-ed/organisations.ts'
import { FIRST_REQUEST } from './requests.ts'

// As long as the origin of a workerd of the bench, so that the answer is as long as that of the sandbox.
const ORIGIN = 'http://127.0.0.1:65535'

/** What the sandbox answers to GET metadata, for a Worker that answers the same without asking why. */
export const metadataAnswer = async (): Promise<{
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}> => {
  const sandbox = createApp({
    now: () => 0,
    newId: () => '',
    version: about.version,
    organisations: organisationsInMemory(),
  })
  const { path, headers } = FIRST_REQUEST
  const response = await sandbox.request(ORIGIN + path, { headers: { ...headers } })
  return { headers: Object.fromEntries(response.headers), body: await response.text() }
}
