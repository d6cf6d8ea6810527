import { DurableObject, waitUntil } from 'cloudflare:workers'
import { LIMITS } from '../src/bars/limits.ts'
import { londonDay, nextLondonMidnight } from '../src/bars/london.ts'
import type { Entry, Kept } from '../src/reports/entry.ts'
import { type Journal, type Journals, pinnedUntil } from '../src/reports/journal.ts'
import { Accepted } from '../src/reports/repeats.ts'
import { withFindings } from '../src/reports/report.ts'
import { ReportTable } from './report-table.ts'

/** How long a reader waits for a report whose answer has only just left. */
const WAIT_MS = 2000

/** As many readers wait at once: who asks for ids that no report has gets no more than that. */
const MOST_WAITING = 100

/** The reports of one owner in one space: storage, readers that wait, and the nightly alarm. */
export class JournalObject extends DurableObject<Env> {
  readonly #table: ReportTable
  readonly #arrivals = new Map<string, PromiseWithResolvers<void>>()
  #accepted = new Accepted(LIMITS.reports)

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#table = new ReportTable(ctx.storage.sql)
    for (const hashes of this.#table.accepted()) this.#accepted.add(hashes)
  }

  async add(batch: readonly Kept[]): Promise<void> {
    for (const kept of batch) {
      this.#add(kept)
      this.#arrivals.get(kept.report.id)?.resolve()
    }
  }

  async read(id: string, now: number): Promise<string | undefined> {
    return this.#find(id, now) ?? ((await this.#hasArrived(id)) ? this.#find(id, now) : undefined)
  }

  async pin(id: string, now: number): Promise<number | undefined> {
    const report = await this.read(id, now)
    if (report === undefined) return undefined
    const until = pinnedUntil(now)
    this.#table.pin(id, until, report)
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(until)
    return until
  }

  entries(now: number): readonly Entry[] {
    return this.#isOver(now) ? [] : this.#table.entries()
  }

  readAll(ids: readonly string[], now: number): readonly string[] {
    return ids.flatMap((id) => this.#find(id, now) ?? [])
  }

  wasAccepted(request: number, now: number): boolean {
    return !this.#isOver(now) && this.#accepted.has(request)
  }

  /** Clears what is of an earlier day and pins that are over. Runs late, twice or never. */
  override async alarm(): Promise<void> {
    const now = Date.now()
    if (this.#isOver(now)) this.#clear()
    const nextPin = this.#table.unpin(now)
    const nextDay = this.#table.day === undefined ? undefined : nextLondonMidnight(now)
    const next = Math.min(nextPin ?? Infinity, nextDay ?? Infinity)
    if (next === Infinity) await this.ctx.storage.deleteAll()
    else await this.ctx.storage.setAlarm(next)
  }

  #add(kept: Kept): void {
    const now = Date.parse(kept.report.at)
    if (this.#isOver(now)) this.#clear()
    const { message } = kept
    const report = withFindings(kept.report, message ? this.#accepted.take(message) : [])
    if (this.#table.day === undefined) void this.ctx.storage.setAlarm(nextLondonMidnight(now))
    // A late request is of the day that is kept (ruling 20).
    this.#table.add(
      { ...kept, report },
      this.#table.day ?? londonDay(now),
      message?.isAccepted ? message : NO_HASHES,
    )
  }

  #find(id: string, now: number): string | undefined {
    const report = this.#isOver(now) ? undefined : this.#table.report(id)
    return report ?? this.#table.pinned(id, now)
  }

  #isOver(now: number): boolean {
    const { day } = this.#table
    return day !== undefined && day < londonDay(now)
  }

  #clear(): void {
    this.#table.clear()
    this.#accepted = new Accepted(LIMITS.reports)
  }

  async #hasArrived(id: string): Promise<boolean> {
    const waiting = this.#arrivals.get(id)
    if (waiting === undefined && this.#arrivals.size >= MOST_WAITING) return false
    const arrival = waiting ?? Promise.withResolvers<void>()
    this.#arrivals.set(id, arrival)
    const arrived = arrival.promise.then(() => true)
    const inTime = await Promise.race([arrived, scheduler.wait(WAIT_MS).then(() => false)])
    this.#arrivals.delete(id)
    return inTime
  }
}

const NO_HASHES = { request: null, bundle: null }

/** How long an answer has to leave before its request is judged. */
const LEAVE_MS = 5

/** How long reports are gathered before they are sent on, and how many at most. */
const GATHER_MS = 20
const MOST_GATHERED = 100

/** Journals kept in Durable Objects, one for each space and owner. */
export function journalsIn(namespace: DurableObjectNamespace<JournalObject>): Journals {
  // Plain data may outlive the request that brought it; timers and stubs may not.
  const gathered = new Map<string, Kept[]>()

  const send = async (name: string, batch: Kept[]): Promise<void> => {
    if (gathered.get(name) !== batch) return
    gathered.delete(name)
    await namespace.getByName(name).add(batch)
  }
  const gather = async (name: string, write: () => Promise<Kept>): Promise<void> => {
    // A turn of the loop alone is not enough for the answer to leave first.
    await scheduler.wait(LEAVE_MS)
    const kept = await write()
    const waiting = gathered.get(name)
    if (waiting !== undefined) {
      waiting.push(kept)
      return waiting.length < MOST_GATHERED ? undefined : send(name, waiting)
    }
    const batch = [kept]
    gathered.set(name, batch)
    await scheduler.wait(GATHER_MS)
    await send(name, batch)
  }
  return (space, owner) => journalIn(`${space}/${owner}`)

  function journalIn(name: string): Journal {
    const object = async () => {
      await send(name, gathered.get(name) ?? [])
      return namespace.getByName(name)
    }
    return {
      keep: (write) => waitUntil(gather(name, write).catch(notKept)),
      read: async (id, now) => (await object()).read(id, now),
      pin: async (id, now) => (await object()).pin(id, now),
      entries: async (now) => (await object()).entries(now),
      readAll: async (ids, now) => (await object()).readAll([...ids], now),
      wasAccepted: async (request, now) => (await object()).wasAccepted(request, now),
    }
  }
}

// A report that cannot be kept changes nothing but is missed.
function notKept(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: whoever runs the sandbox should know, and of nothing else.
  console.error(JSON.stringify({ reportNotKept: error instanceof Error ? error.name : 'unknown' }))
}
