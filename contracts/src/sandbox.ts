import type { CheckReport } from './check/report.ts'
import { type Outside, type PlainSandbox, plainSandbox } from './plain-sandbox.ts'
import { answering } from './stub/answering.ts'

/** What a sandbox may be given. */
export interface SandboxOptions extends Outside {
  /** Answer 400 where there are violations, as a strict stub does. */
  readonly strict?: boolean
}

/** The sandbox in this process: the same app as the public one, its state in memory. */
export interface Sandbox extends PlainSandbox {
  /** A report of each request that had violations, in the order they came; of very many the last. */
  readonly violations: () => readonly CheckReport[]
}

/** Makes a sandbox of its own: nothing is shared with any other. */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  const { strict = false, ...outside } = options
  const sandbox = plainSandbox(outside)
  const { answer, violations } = answering(sandbox, undefined, strict)
  return { ...sandbox, fetch: answer, violations }
}
