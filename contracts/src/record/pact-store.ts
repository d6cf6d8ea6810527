import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { type Interaction, pact, readJson, writeJson } from '../pact/pact-file.ts'

/** Who expects what of whom. */
export interface Parties {
  readonly consumer: string
  readonly provider: string
}

const Party = z.object({ name: z.string() })

/** A pact file, as far as another run may have left it otherwise. */
const Stored = z.object({
  consumer: Party,
  provider: Party,
  interactions: z.array(z.looseObject({ key: z.string().optional(), description: z.string() })),
})

/** Puts an interaction into a pact file: in place of one of the same key, beside all others. */
export const putInteraction = async (
  file: string,
  parties: Parties,
  interaction: Interaction,
): Promise<void> => {
  await mkdir(dirname(file), { recursive: true })
  await locked(file, async () => {
    const others = (await stored(file, parties)).filter(({ key }) => key !== interaction.key)
    const interactions = [...others, interaction].sort(byDescription)
    const { consumer, provider } = parties
    await replace(file, writeJson({ ...pact(consumer, provider, []), interactions }))
  })
}

const stored = async (file: string, { consumer, provider }: Parties) => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const read = Stored.safeParse(readJson(text))
  if (read.data?.consumer.name !== consumer || read.data.provider.name !== provider) {
    throw new Error(`${file} is no pact of ${consumer} with ${provider}, so it was left alone.`)
  }
  return read.data.interactions
}

// By code unit, so that every machine sorts alike.
const byDescription = (a: { description: string }, b: { description: string }): number =>
  a.description < b.description ? -1 : 1

// A run that is stopped while it writes must not leave half a file.
const replace = async (file: string, text: string): Promise<void> => {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

const RETRY_MS = 20
const PATIENCE_MS = 10_000

/** Does work on a file that test runners' workers may want at once: one at a time. */
const locked = async (file: string, work: () => Promise<void>): Promise<void> => {
  const lock = `${file}.lock`
  for (let waited = 0; !(await taken(lock)); waited += RETRY_MS) {
    await refuseLeftLock(lock)
    if (waited >= PATIENCE_MS) {
      throw new Error(`${lock} has been there too long: remove it, if no other run is under way.`)
    }
    await sleep(RETRY_MS)
  }
  try {
    await work()
  } finally {
    await rm(lock)
  }
}

/** Whose a lock is: processes are numbered by each machine. */
const ownerOf = (pid: number): string => `${pid} ${hostname()}`

const taken = async (lock: string): Promise<boolean> => {
  try {
    await writeFile(lock, ownerOf(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

// Told and not taken over: of two runs that see it, one would take the other's.
const refuseLeftLock = async (lock: string): Promise<void> => {
  const owner = await readFile(lock, 'utf8').catch(() => '')
  const pid = Number.parseInt(owner, 10)
  if (owner !== ownerOf(pid) || isRunning(pid)) return
  throw new Error(`${lock} was left by a run that has ended (process ${pid}): remove it.`)
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !hasCode(error, 'ESRCH')
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
