import { DEFAULT_APPOINTMENT_ID } from '../../../src/receiver/111-ed/act.ts'
import { IDS } from '../../../src/scenarios/sentinels.ts'

/** Writes each id in a text as every run has it. */
export type RenameIds = (text: string) => string

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Ids that choose or answer a scenario: they mean something, so they stay. */
const MEANT: ReadonlySet<string> = new Set([...Object.values(IDS), DEFAULT_APPOINTMENT_ID])

/**
 * Renames UUIDs in the order in which they come up, the same one always to the same: a client mints
 * others on each run. `given` are the names of those that have one already.
 */
export const renameIds = (given: readonly (readonly [id: string, name: string])[]): RenameIds => {
  const names = new Map(given.map(([id, name]) => [id.toLowerCase(), name]))
  let count = 0
  const nextName = (): string => {
    count += 1
    return `0ba25005-0000-4000-8000-${String(count).padStart(12, '0')}`
  }
  const nameOf = (id: string): string => {
    const key = id.toLowerCase()
    const name = names.get(key) ?? (MEANT.has(key) ? key : nextName())
    names.set(key, name)
    return name
  }
  return (text) => text.replace(UUIDS, nameOf)
}
