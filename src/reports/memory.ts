import { LIMITS } from '../bars/limits.ts'
import { type LondonDay, londonDay } from '../bars/london.ts'
import { type Entry, entryOf, type Kept } from './entry.ts'
import { type Journal, type Journals, pinnedUntil } from './journal.ts'
import { Accepted } from './repeats.ts'
import { withFindings } from './report.ts'

/** Journals in memory: for tests, and for a sandbox that runs in a Sender's own process. */
export function journalsInMemory(most: number = LIMITS.reportsInMemory): Journals {
  const memory = new Memory(most)
  return (space, owner) => memory.journal(`${space}/${owner}`)
}

interface Line {
  readonly owner: string
  readonly entry: Entry
  readonly json: string
  pinnedUntil: number
}

/** What is known of an owner's day. */
interface OwnerDay {
  readonly day: LondonDay
  readonly accepted: Accepted
  /** Oldest first. */
  readonly lines: Set<Line>
}

class Memory {
  /** Of all owners by id, oldest first. */
  readonly #lines = new Map<string, Line>()
  readonly #days = new Map<string, OwnerDay>()
  /** Done when all is written that came so far, in the order in which it came. */
  #written: Promise<void> = Promise.resolve()
  readonly #most: number
  #characters = 0

  constructor(most: number) {
    this.#most = most
  }

  journal(owner: string): Journal {
    return {
      keep: (write) => {
        this.#written = this.#written.then(() => this.#write(owner, write))
      },
      read: async (id, now) => (await this.#read(owner, id, now))?.json,
      pin: async (id, now) => {
        const line = await this.#read(owner, id, now)
        if (line !== undefined) line.pinnedUntil = pinnedUntil(now)
        return line?.pinnedUntil
      },
      entries: async (now) => {
        await this.#written
        return [...(this.#day(owner, now)?.lines ?? [])].reverse().map(({ entry }) => entry)
      },
      readAll: async (ids, now) => {
        await this.#written
        return ids.flatMap((id) => this.#find(owner, id, now)?.json ?? [])
      },
      wasAccepted: async (request, now) => {
        await this.#written
        return this.#day(owner, now)?.accepted.has(request) === true
      },
    }
  }

  async #read(owner: string, id: string, now: number): Promise<Line | undefined> {
    await this.#written
    return this.#find(owner, id, now)
  }

  // A report that cannot be written changes nothing but is missed.
  async #write(owner: string, write: () => Promise<Kept>): Promise<void> {
    const kept = await write().catch(() => undefined)
    if (kept !== undefined) this.#keep(owner, kept)
  }

  #keep(owner: string, kept: Kept): void {
    const now = Date.parse(kept.report.at)
    const { accepted, lines } = this.#day(owner, now) ?? this.#begin(owner, londonDay(now))
    const report = withFindings(
      kept.report,
      kept.message === undefined ? [] : accepted.take(kept.message),
    )
    const entry = entryOf({ ...kept, report })
    const line = { owner, entry, json: JSON.stringify(report), pinnedUntil: 0 }
    lines.add(line)
    this.#lines.set(report.id, line)
    this.#characters += line.json.length
    const [oldest = line] = lines
    if (lines.size > LIMITS.reports) this.#leave(oldest, now)
    for (const each of this.#lines.values()) {
      if (this.#characters <= this.#most) return
      this.#drop(each)
    }
  }

  /** An owner's day; undefined where it holds nothing. A late request is of the day that is kept. */
  #day(owner: string, now: number): OwnerDay | undefined {
    const found = this.#days.get(owner)
    if (found === undefined || found.day >= londonDay(now)) return found
    this.#days.delete(owner)
    for (const line of found.lines) this.#leave(line, now)
    return undefined
  }

  #begin(owner: string, day: LondonDay): OwnerDay {
    const begun = { day, accepted: new Accepted(LIMITS.reports), lines: new Set<Line>() }
    this.#days.set(owner, begun)
    return begun
  }

  #find(owner: string, id: string, now: number): Line | undefined {
    const day = this.#day(owner, now)
    const line = this.#lines.get(id)
    if (line?.owner !== owner) return undefined
    return day?.lines.has(line) || line.pinnedUntil > now ? line : undefined
  }

  /** Leaves the day's list; what is pinned is kept all the same. */
  #leave(line: Line, now: number): void {
    if (line.pinnedUntil > now) this.#days.get(line.owner)?.lines.delete(line)
    else this.#drop(line)
  }

  #drop(line: Line): void {
    const day = this.#days.get(line.owner)
    day?.lines.delete(line)
    if (day?.lines.size === 0) this.#days.delete(line.owner)
    if (this.#lines.delete(line.entry.id)) this.#characters -= line.json.length
  }
}
