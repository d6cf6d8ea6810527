const KIB = 1024

/** How much is taken, and how much is kept. */
export const LIMITS = {
  /** The longest body of a request. */
  bodyBytes: 512 * KIB,
  /** The longest body of the control plane and of provider states. */
  controlBodyBytes: 64 * KIB,
  /** The longest answer that is not worth compressing, in characters. */
  uncompressed: KIB,
  /** How deep JSON may be nested, and how many values it may hold (ruling 41). */
  depth: 64,
  values: 50_000,
  /** The range of a search for Slots that is answered, in days, and how many of its Slots (ruling 16). */
  rangeDays: 31,
  slots: 200,
  /** The findings that a report tells of; it counts the rest. And those that strict handling answers. */
  findings: 100,
  /** With more findings than these no further rule is looked at. */
  sought: 2_000,
  issues: 50,
  /** The transitions that are kept of an organisation's day: the newest. */
  transitions: 1000,
  /** The reports that are kept of an organisation's day: the newest; and how long one is that is pinned. */
  reports: 1000,
  pinnedDays: 7,
  /** How much reports may hold in a process that keeps them in memory, in characters. */
  reportsInMemory: 16 * KIB * KIB,
} as const

/** The longest body of a request, in words. */
export const MAX_BODY = `${LIMITS.bodyBytes / KIB} KiB`

/** The longest body of the control plane, in words. */
export const MAX_CONTROL_BODY = `${LIMITS.controlBodyBytes / KIB} KiB`
