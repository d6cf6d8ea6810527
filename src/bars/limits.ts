const KIB = 1024

/** How much is taken, and how much is kept. */
export const LIMITS = {
  /** The longest body of a request. */
  bodyBytes: 512 * KIB,
  /** The longest answer that is not worth compressing, in characters. */
  uncompressed: KIB,
  /** The longest range of a search for Slots. */
  rangeDays: 31,
  /** The transitions that are kept of an organisation's day: the newest. */
  transitions: 1000,
} as const

/** The longest body of a request, in words. */
export const MAX_BODY = `${LIMITS.bodyBytes / KIB} KiB`
