import { LIMITS } from '../bars/limits.ts'
import { DAY_MS } from '../fhir/time.ts'
import type { Entry, Kept } from './entry.ts'
import type { Owner } from './report-id.ts'

/** The reports of an owner's day in London: the newest `LIMITS.reports`. Times are in milliseconds. */
export interface Journal {
  /** Keeps what is written once the answer has left; an answer never waits for it, nor fails with it. */
  readonly keep: (write: () => Promise<Kept>) => void
  /** A report as JSON; one whose answer has only just left is waited for. */
  readonly read: (id: string, now: number) => Promise<string | undefined>
  /** Keeps a report for `LIMITS.pinnedDays`, whatever the night clears; until when, if it is there. */
  readonly pin: (id: string, now: number) => Promise<number | undefined>
  /** The day's list, newest first. */
  readonly entries: (now: number) => Promise<readonly Entry[]>
  /** Reports as JSON, those of the ids that are there. */
  readonly readAll: (ids: readonly string[], now: number) => Promise<readonly string[]>
  /** Whether a message with that hash of an X-Request-Id was accepted today (ruling 22). */
  readonly wasAccepted: (request: number, now: number) => Promise<boolean>
}

/** Finds the journal of an owner in a space. */
export type Journals = (space: string, owner: Owner) => Journal

/** How long a report is kept that somebody wants kept. */
export const pinnedUntil = (now: number): number => now + LIMITS.pinnedDays * DAY_MS
