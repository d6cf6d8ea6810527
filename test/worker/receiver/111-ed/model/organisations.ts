import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { type Address, ORGANISATIONS, SPACES } from '../../../../support/model/world.ts'

let sequences = 0

const codeIn = (sequence: number, organisation: number): string => `S${sequence}M${organisation}`

/** Codes of organisations that no sequence before has talked of: Durable Objects remember. */
export const freshCodes = () => {
  sequences += 1
  const sequence = sequences
  return (organisation: number): string => codeIn(sequence, organisation)
}

/** The Durable Object of an organisation. */
export const objectAt = ({ space, odsCode }: Address) =>
  env.ORGANISATION.getByName(`${space}/${odsCode}`)

/** Deletes the alarms of every sequence: one that goes off while a file ends can hang the run. */
export const deleteAlarms = async (): Promise<void> => {
  for (let sequence = 1; sequence <= sequences; sequence += 1) {
    for (let organisation = 0; organisation < ORGANISATIONS; organisation += 1) {
      const odsCode = codeIn(sequence, organisation)
      const objects = SPACES.map((space) => objectAt({ space, odsCode }))
      await Promise.all(objects.map((each) => runInDurableObject(each, deleteAlarm)))
    }
  }
}

const deleteAlarm = (_object: unknown, { storage }: DurableObjectState): Promise<void> =>
  storage.deleteAlarm()
