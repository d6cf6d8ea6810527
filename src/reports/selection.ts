import type { Severity } from '../validation/rule.ts'
import type { Entry } from './entry.ts'
import { hashOf } from './repeats.ts'

/** Which reports of a day are asked for; all, where nothing is said. */
export interface Filter {
  readonly scenario?: string | undefined
  readonly severity?: Severity | undefined
  readonly rule?: string | undefined
  /** An X-Correlation-Id. */
  readonly correlation?: string | undefined
  /** Milliseconds: that instant or later. */
  readonly since?: number | undefined
  /** What the page before gave for the next one. */
  readonly cursor?: string | undefined
}

/** A page of the day's list. */
export interface Page {
  readonly entries: readonly Entry[]
  /** The cursor of the page after it; left out where there is none. */
  readonly next?: string
}

const PER_PAGE = 100

/** Selects a page of a day's list, which is newest first. */
export function select(all: readonly Entry[], { cursor, ...filter }: Filter): Page {
  const correlation = hashOf(filter.correlation)
  const found = after(all, cursor).filter(
    ({ scenario, counts, rules, at, ...entry }) =>
      isAny(filter.scenario, scenario) &&
      (filter.severity === undefined || counts[filter.severity] > 0) &&
      (filter.rule === undefined || rules.includes(filter.rule)) &&
      (filter.correlation === undefined ||
        (correlation !== null && entry.correlation === correlation)) &&
      at >= (filter.since ?? at),
  )
  const entries = found.slice(0, PER_PAGE)
  const last = entries.at(-1)
  return { entries, ...(found.length > PER_PAGE && last && { next: cursorOf(last) }) }
}

const isAny = (asked: string | undefined, is: string | null): boolean =>
  asked === undefined || asked === is

// An id and its time: what was shown last may have left the list when the next page is asked for.
const cursorOf = ({ at, id }: Entry): string => `${at}.${id}`

/** Whether a text has the form of a cursor. */
export const isCursor = (text: string): boolean => /^\d{1,16}\.[\w.-]{1,60}$/.test(text)

function after(all: readonly Entry[], cursor: string | undefined): readonly Entry[] {
  if (cursor === undefined) return all
  const [at = ''] = cursor.split('.')
  const last = all.findIndex((entry) => cursorOf(entry) === cursor)
  return last >= 0 ? all.slice(last + 1) : all.filter((entry) => entry.at < Number(at))
}
