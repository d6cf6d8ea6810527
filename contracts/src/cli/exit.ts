/** How the CLI exits, so that CI can tell a wrong client from a wrong command. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** A command that was called wrongly. */
export class UsageError extends Error {}
