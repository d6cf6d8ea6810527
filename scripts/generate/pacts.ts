import { writeJson } from '../../contracts/src/pact/pact-file.ts'
import { callbacksPact, receiverPacts } from '../../contracts/src/pact/pacts.ts'

/** Where Pact files are, and nothing else is. */
export const PACTS_FOLDER = 'contracts/pacts'

/** The Pact files, by path. */
export const pacts = async (): Promise<Readonly<Record<string, string>>> => {
  const files = [...(await receiverPacts()), ['callbacks.json', callbacksPact()] as const]
  return Object.fromEntries(
    files.map(([path, pact]) => [`${PACTS_FOLDER}/${path}`, writeJson(pact)]),
  )
}
