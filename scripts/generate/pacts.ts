import { callbacksPact } from '../../contracts/src/pact/callbacks.ts'
import { receiverPacts } from '../../contracts/src/pact/files.ts'
import { writeJson } from '../../contracts/src/pact/json.ts'

/** Where Pact files are, and nothing else is. */
export const PACTS_FOLDER = 'contracts/pacts'

/** The Pact files, by path. */
export const pacts = async (): Promise<Readonly<Record<string, string>>> => {
  const files = [...(await receiverPacts()), ['callbacks.json', callbacksPact()] as const]
  return Object.fromEntries(
    files.map(([path, pact]) => [`${PACTS_FOLDER}/${path}`, writeJson(pact)]),
  )
}
