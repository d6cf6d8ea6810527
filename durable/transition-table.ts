import * as z from 'zod/mini'
import { EVENTS } from '../src/receiver/111-ed/machine.ts'
import type { Holding } from '../src/receiver/111-ed/organisations.ts'
import { type Standing, standIn, type Transition } from '../src/receiver/111-ed/standing.ts'
import { holdsServiceRequest, STATES, type State } from '../src/receiver/111-ed/states.ts'

const SCHEMA = `CREATE TABLE IF NOT EXISTS transitions (
  number INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  appointment_id TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS held ON transitions (to_state, appointment_id)`

const Row = z.object({
  number: z.int(),
  day: z.string(),
  at: z.number(),
  event: z.enum([...EVENTS, 'set']),
  from_state: z.enum(STATES),
  to_state: z.enum(STATES),
  appointment_id: z.nullable(z.string()),
})

type Row = z.infer<typeof Row>

const places = (states: readonly State[]): string => states.map(() => '?').join(', ')

const APPOINTMENT_HELD = `SELECT 1 FROM transitions
  WHERE to_state IN (${places(STATES)}) AND appointment_id = ? AND number > ? LIMIT 1`

const REFERRAL_HELD = `SELECT 1 FROM transitions
  WHERE to_state IN (${places(STATES.filter(holdsServiceRequest))}) AND number > ? LIMIT 1`

// Old rows are dropped this many at a time, so that most changes cost one write.
const TRIM_EVERY = 100

/** The transitions of one organisation's day in SQLite. How it stands is what the last one says. */
export class TransitionTable {
  readonly #sql: SqlStorage
  #last: number

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#last = this.#exists() ? (this.#lastRow()?.number ?? 0) : 0
  }

  isEmpty(): boolean {
    return this.#last === 0
  }

  standing(): Standing | undefined {
    const row = this.isEmpty() ? undefined : this.#lastRow()
    if (row === undefined) return undefined
    return standIn(row.day, row.to_state, row.appointment_id)
  }

  /** The newest transitions, oldest first. */
  newest(most: number): readonly Transition[] {
    if (this.isEmpty()) return []
    return this.#sql
      .exec('SELECT * FROM transitions WHERE number > ? ORDER BY number', this.#last - most)
      .toArray()
      .map((row) => toTransition(Row.parse(row)))
  }

  /** Whether something was held at one of the newest transitions: a look at the index, whatever their number. */
  wasHeld({ type, id }: Holding, most: number): boolean {
    if (this.isEmpty()) return false
    const first = this.#last - most
    const rows =
      type === 'Appointment'
        ? this.#sql.exec(APPOINTMENT_HELD, ...STATES, id, first)
        : this.#sql.exec(REFERRAL_HELD, ...STATES.filter(holdsServiceRequest), first)
    return rows.toArray().length > 0
  }

  append(
    { day }: Standing,
    { at, event, from, to, appointmentId }: Transition,
    kept: number,
  ): void {
    // Only a change writes, the making of the table included.
    if (this.isEmpty()) this.#sql.exec(SCHEMA)
    const number = this.#last + 1
    this.#sql.exec(
      'INSERT INTO transitions VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[number, day, at, event, from, to, appointmentId],
    )
    // Not before it is written: what is not must not count (ruling 42).
    this.#last = number
    if (this.#last % TRIM_EVERY === 0) {
      this.#sql.exec('DELETE FROM transitions WHERE number <= ?', this.#last - kept)
    }
  }

  clear(): void {
    if (!this.isEmpty()) this.#sql.exec('DELETE FROM transitions')
    this.#last = 0
  }

  #exists(): boolean {
    const tables = this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'transitions'")
    return tables.toArray().length > 0
  }

  #lastRow(): Row | undefined {
    const [row] = this.#sql.exec('SELECT * FROM transitions ORDER BY number DESC LIMIT 1').toArray()
    return row === undefined ? undefined : Row.parse(row)
  }
}

const toTransition = ({ at, event, from_state, to_state, appointment_id }: Row): Transition => ({
  at,
  event,
  from: from_state,
  to: to_state,
  appointmentId: appointment_id,
})
