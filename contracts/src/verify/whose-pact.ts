import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { CALLBACK_ENDPOINT } from '../pact/pacts.ts'
import { CannotVerify } from './cannot-verify.ts'

const Callbacks = z.object({ provider: z.object({ name: z.literal(CALLBACK_ENDPOINT) }) })

/** Makes sure that a pact is not one that Senders keep: no Receiver could. What cannot be read passes. */
export const checkIsForReceiver = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (!Callbacks.safeParse(parsed(text)).success) return
  throw new CannotVerify(
    `${file} is for your Sender, where it takes asynchronous responses, and not for a Receiver: pact verifier -f ${file} -h 127.0.0.1 -p <its port>`,
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
