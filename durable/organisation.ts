import { DurableObject } from 'cloudflare:workers'
import { LIMITS } from '../src/bars/limits.ts'
import { type LondonDay, londonDay } from '../src/bars/london.ts'
import type { Act } from '../src/receiver/111-ed/act.ts'
import type {
  Holding,
  OrganisationRecord,
  Recollection,
} from '../src/receiver/111-ed/organisations.ts'
import {
  type Applied,
  apply,
  newDay,
  put,
  resetsAt,
  type Standing,
  standingAt,
  type Transition,
} from '../src/receiver/111-ed/standing.ts'
import type { State } from '../src/receiver/111-ed/states.ts'
import { TransitionTable } from './transition-table.ts'

const DAY = 'day'

/**
 * The 111-ED conversation of one ODS code in one space: storage and the nightly alarm. What an act
 * does is decided by the state table; only a change is written.
 */
export class OrganisationObject extends DurableObject<Env> {
  readonly #transitions: TransitionTable
  #last: Standing | null

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#transitions = new TransitionTable(ctx.storage.sql)
    this.#last = this.#transitions.standing() ?? clearedOn(ctx.storage.kv.get<string>(DAY))
  }

  apply(act: Act, now: number): Applied {
    const applied = apply(this.#last, act, now)
    this.#keep(applied, now)
    return applied
  }

  put(state: State, now: number): OrganisationRecord {
    this.#keep(put(this.#last, state, now), now)
    return this.record(now)
  }

  standing(now: number): Standing {
    return standingAt(this.#last, now)
  }

  recall(holding: Holding, now: number): Recollection {
    const standing = standingAt(this.#last, now)
    const isToday = standing.day === this.#last?.day
    return {
      standing,
      wasHeld: isToday && this.#transitions.wasHeld(holding, LIMITS.transitions),
    }
  }

  record(now: number): OrganisationRecord {
    const standing = standingAt(this.#last, now)
    const isToday = standing.day === this.#last?.day
    return { standing, history: isToday ? this.#transitions.newest(LIMITS.transitions) : [] }
  }

  reset(now: number): undefined {
    this.#clear(standingAt(this.#last, now).day, now)
  }

  /**
   * Clears what is left of an earlier day, and a night later forgets the organisation. Runs after
   * midnight in London, late, twice or never.
   */
  override async alarm(): Promise<void> {
    const now = Date.now()
    const today = londonDay(now)
    const last = this.#last
    if (last !== null && today <= last.day) await this.#wakeAt(resetsAt(last, now))
    else if (this.#transitions.isEmpty()) await this.#forget()
    else this.#clear(today, now)
  }

  #keep({ standing, change }: { standing: Standing; change: Transition | undefined }, now: number) {
    if (change === undefined) return
    if (standing.day !== this.#last?.day) this.#transitions.clear()
    if (this.#transitions.isEmpty()) void this.#wakeAt(resetsAt(standing, now))
    this.#transitions.append(standing, change, LIMITS.transitions)
    this.#last = standing
  }

  // The day outlives what happened on it, so that it never goes back (ruling 20).
  #clear(day: LondonDay, now: number) {
    const hasNothing = this.#transitions.isEmpty() && (this.#last?.day ?? day) === day
    if (hasNothing) return
    this.#transitions.clear()
    this.ctx.storage.kv.put(DAY, day)
    const cleared = newDay(day)
    this.#last = cleared
    void this.#wakeAt(resetsAt(cleared, now))
  }

  // Verifiers and CI runs make organisations that never come back.
  async #forget(): Promise<void> {
    await this.ctx.storage.deleteAll()
    this.#last = null
  }

  #wakeAt(ms: number): Promise<void> {
    return this.ctx.storage.setAlarm(ms)
  }
}

const clearedOn = (day: string | undefined): Standing | null =>
  day === undefined ? null : newDay(day)
