import { type Failure, fail } from './failure.ts'

const RETRY = { 'Retry-After': '5' } as const

/** What is kept cannot be reached, or cannot be stored (ruling 42). */
export const UNAVAILABLE = fail(
  'REC_UNAVAILABLE',
  'transient',
  'The sandbox cannot reach what it keeps. Try again in a few seconds.',
  RETRY,
)

/** What keeps it has more to do than it can. */
export const OVERLOADED = fail(
  'REC_TOO_MANY_REQUESTS',
  'throttled',
  'The sandbox is asked for more of this than it can do at once. Try again in a few seconds.',
  RETRY,
)

/**
 * The failure that something thrown is, where it shows that storage threw it: by a flag of the runtime
 * (Cloudflare, "Durable Objects: error handling") or a code of SQLite. Undefined for a defect of ours.
 */
export function storageTrouble(thrown: Error): Failure | undefined {
  const has = (flag: string): boolean =>
    Object.entries(thrown).some(([key, value]) => key === flag && value === true)
  if (has('overloaded')) return OVERLOADED
  const isOfStorage = has('retryable') || has('remote') || /SQLITE_\w/.test(thrown.message)
  return isOfStorage && thrown.name === 'Error' ? UNAVAILABLE : undefined
}
