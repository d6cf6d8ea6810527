import { SEVERITIES } from '../validation/judgement.ts'
import type { Entry } from './entry.ts'

/** A rule that requests of a day went against. */
export interface BrokenRule {
  readonly rule: string
  /** How many requests did. */
  readonly requests: number
  /** The newest report of it. */
  readonly last: string
  /** Whether a later request of the same kind did not. */
  readonly isMended: boolean
}

/** A day of an organisation in one look. */
export interface Summary {
  readonly requests: number
  /** Requests that have findings of that severity. */
  readonly error: number
  readonly warning: number
  readonly information: number
  readonly scenarios: Readonly<Record<string, number>>
  readonly rules: readonly BrokenRule[]
}

/** Sums up a day's list, which is newest first. */
export function summaryOf(entries: readonly Entry[]): Summary {
  const [error = 0, warning = 0, information = 0] = SEVERITIES.map(
    (severity) => entries.filter(({ counts }) => counts[severity] > 0).length,
  )
  return {
    requests: entries.length,
    error,
    warning,
    information,
    scenarios: scenariosOf(entries),
    rules: rulesOf(entries),
  }
}

function scenariosOf(entries: readonly Entry[]): Readonly<Record<string, number>> {
  const used = new Map<string, number>()
  for (const { scenario } of entries) {
    if (scenario !== null) used.set(scenario, (used.get(scenario) ?? 0) + 1)
  }
  return Object.fromEntries([...used].sort(([a], [b]) => a.localeCompare(b)))
}

function rulesOf(entries: readonly Entry[]): readonly BrokenRule[] {
  // The kinds of request met so far: every one of them later than the entry at hand.
  const later = new Set<string>()
  const broken = new Map<string, BrokenRule>()
  for (const { id, kind, rules } of entries) {
    for (const rule of rules) {
      const { requests = 0, ...last } = broken.get(rule) ?? {}
      broken.set(rule, {
        rule,
        last: id,
        isMended: later.has(kind),
        ...last,
        requests: requests + 1,
      })
    }
    later.add(kind)
  }
  return [...broken.values()].sort((a, b) => b.requests - a.requests)
}
