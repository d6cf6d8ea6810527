import { readdirSync } from 'node:fs'
import { type Client, recordPact, type ScenarioId } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Why a recording is refused; fails the test when a file was written all the same. */
export const refusal = async (id: ScenarioId, client: Client): Promise<unknown> => {
  const dir = scratchFolder()
  const error = await recordPact(id, client, { consumer: 'acme', dir }).catch(
    (caught: unknown) => caught,
  )
  const written = readdirSync(dir)
  return written.length > 0 ? written : error
}

/** The message of that. */
export const message = async (id: ScenarioId, client: Client): Promise<string> => {
  const error = await refusal(id, client)
  return error instanceof Error ? error.message : String(error)
}
