import { slotId } from '../bars/ids.ts'
import { LIMITS } from '../bars/limits.ts'
import type { ServiceId } from '../bars/services.ts'
import type { SlotStatus, TimeRange } from '../bars/slot-search.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../fhir/time.ts'

/** A place in a service's diary. Times are in milliseconds. */
export interface DiarySlot {
  readonly id: string
  readonly status: SlotStatus
  readonly start: number
  readonly end: number
}

const SLOT_MS = 15 * MINUTE_MS

const SESSION_EVERY_MS = 4 * HOUR_MS
const FIRST_SESSION_MS = 2 * HOUR_MS

// What each session holds: as the real simulator has it, two free Slots, a gap, a busy one; then free
// ones, so that none starts more than 45 minutes after another: who looks an hour ahead finds one.
const SESSION: readonly { readonly afterMs: number; readonly status: SlotStatus }[] = [
  { afterMs: 0, status: 'free' },
  { afterMs: SLOT_MS, status: 'free' },
  { afterMs: 3 * SLOT_MS, status: 'busy' },
  { afterMs: 4 * SLOT_MS, status: 'free' },
  { afterMs: 7 * SLOT_MS, status: 'free' },
  { afterMs: 10 * SLOT_MS, status: 'free' },
  { afterMs: 13 * SLOT_MS, status: 'free' },
]

/**
 * The Slots of a service that start within the range and after `now`, in order; of a long range, those of
 * its first days to come (ruling 16).
 */
export const slotsOf = (
  service: ServiceId,
  range: TimeRange,
  now: number,
): readonly DiarySlot[] => {
  const from = Math.max(range.from, now + 1)
  const to = Math.min(range.to, from + LIMITS.rangeDays * DAY_MS)
  const slots: DiarySlot[] = []
  for (let session = sessionBefore(from); session <= to; session += SESSION_EVERY_MS) {
    for (const { afterMs, status } of SESSION) {
      const start = session + afterMs
      if (start < from || start > to) continue
      slots.push({ id: slotId(service, start / MINUTE_MS), status, start, end: start + SLOT_MS })
    }
  }
  return slots
}

const sessionBefore = (ms: number): number =>
  Math.floor((ms - FIRST_SESSION_MS) / SESSION_EVERY_MS) * SESSION_EVERY_MS + FIRST_SESSION_MS
