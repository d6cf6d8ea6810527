import * as z from 'zod/mini'
import { LIMITS } from '../src/bars/limits.ts'
import { type Entry, entryOf, type Kept } from '../src/reports/entry.ts'
import type { MessageHashes } from '../src/reports/repeats.ts'

// A ring: a row takes the place of the one that came a thousand before it, at the price of one write.
const SCHEMA = `CREATE TABLE IF NOT EXISTS reports (
  place INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  day TEXT NOT NULL,
  id TEXT NOT NULL,
  entry TEXT NOT NULL,
  request INTEGER,
  bundle INTEGER,
  report TEXT NOT NULL
) STRICT`

const PINS = `CREATE TABLE IF NOT EXISTS pins (
  id TEXT PRIMARY KEY,
  until INTEGER NOT NULL,
  report TEXT NOT NULL
) STRICT, WITHOUT ROWID`

const Last = z.object({ number: z.int(), day: z.string() })
const Hashes = z.object({ request: z.nullable(z.number()), bundle: z.nullable(z.number()) })
const EntryRow = z.object({ entry: z.string() })
const ReportRow = z.object({ report: z.string() })
const Pin = z.object({ until: z.number(), report: z.string() })
const Next = z.object({ next: z.nullable(z.number()) })

// What we wrote ourselves has the form in which it was written.
const StoredEntry = z.custom<Entry>((value) => typeof value === 'object')

/** The reports of one owner's day in SQLite, and those that are pinned. */
export class ReportTable {
  readonly #sql: SqlStorage
  #number: number
  #day: string | undefined

  constructor(sql: SqlStorage) {
    this.#sql = sql
    const last = this.#exists('reports') ? this.#last() : undefined
    this.#number = last?.number ?? 0
    this.#day = last?.day
  }

  /** The London day of what is kept; undefined where nothing is. */
  get day(): string | undefined {
    return this.#day
  }

  add(kept: Kept, day: string, hashes: MessageHashes): void {
    // Only a report writes, the making of the table included.
    if (this.#day === undefined) this.#sql.exec(SCHEMA)
    this.#day = day
    this.#number += 1
    this.#sql.exec(
      'INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[this.#number % LIMITS.reports, this.#number, day, kept.report.id],
      ...[JSON.stringify(entryOf(kept)), hashes.request, hashes.bundle],
      JSON.stringify(kept.report),
    )
  }

  clear(): void {
    if (this.#day !== undefined) this.#sql.exec('DELETE FROM reports')
    this.#day = undefined
    this.#number = 0
  }

  /** The hashes of the messages that were accepted, oldest first. */
  accepted(): readonly MessageHashes[] {
    if (this.#day === undefined) return []
    const query = 'SELECT request, bundle FROM reports WHERE request IS NOT NULL ORDER BY number'
    return this.#sql
      .exec(query)
      .toArray()
      .map((row) => Hashes.parse(row))
  }

  /** Newest first. */
  entries(): readonly Entry[] {
    if (this.#day === undefined) return []
    const rows = this.#sql.exec('SELECT entry FROM reports ORDER BY number DESC').toArray()
    return rows.map((row) => StoredEntry.parse(JSON.parse(EntryRow.parse(row).entry)))
  }

  report(id: string): string | undefined {
    if (this.#day === undefined) return undefined
    const [row] = this.#sql.exec('SELECT report FROM reports WHERE id = ?', id).toArray()
    return row === undefined ? undefined : ReportRow.parse(row).report
  }

  pin(id: string, until: number, report: string): void {
    this.#sql.exec(PINS)
    this.#sql.exec('INSERT OR REPLACE INTO pins VALUES (?, ?, ?)', id, until, report)
  }

  pinned(id: string, now: number): string | undefined {
    if (!this.#exists('pins')) return undefined
    const [row] = this.#sql.exec('SELECT until, report FROM pins WHERE id = ?', id).toArray()
    const pin = row === undefined ? undefined : Pin.parse(row)
    return pin !== undefined && pin.until > now ? pin.report : undefined
  }

  /** Lets go of the pins that are over; when the next one will be, if any is left. */
  unpin(now: number): number | undefined {
    if (!this.#exists('pins')) return undefined
    this.#sql.exec('DELETE FROM pins WHERE until <= ?', now)
    const [row] = this.#sql.exec('SELECT min(until) AS next FROM pins').toArray()
    return Next.parse(row).next ?? undefined
  }

  #exists(table: string): boolean {
    const query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return this.#sql.exec(query, table).toArray().length > 0
  }

  #last(): z.infer<typeof Last> | undefined {
    const query = 'SELECT number, day FROM reports ORDER BY number DESC LIMIT 1'
    const [row] = this.#sql.exec(query).toArray()
    return row === undefined ? undefined : Last.parse(row)
  }
}
