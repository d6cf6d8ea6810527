import type { Context } from 'hono'
import { PUBLIC_SPACE } from '../bars/paths.ts'
import type { Organisations } from '../receiver/111-ed/organisations.ts'
import type { Journals } from '../reports/journal.ts'

/** Answers a request. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** What the app is given from outside, so that nothing below reads a clock or makes an id by itself. */
export interface Deps {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A fresh UUID. */
  readonly newId: () => string
  /** The version of this software. */
  readonly version: string
  /** Whether the runtime compresses what is said to be, as a Worker's does, and who asks takes that. */
  readonly compresses?: (request: Request) => boolean
  /** Where the 111-ED conversations are kept. */
  readonly organisations: Organisations
  /** Waits so many milliseconds; there is no live log where this is left out. */
  readonly wait?: (ms: number) => Promise<void>
  /** Reads a static file by its path: what a page is made of and need not be in the program. */
  readonly asset?: (path: string) => Promise<Response>
  /** Makes the web pages, where there are any, of an app that they ask. */
  readonly pages?: (deps: Deps, ask: Fetch) => Promise<Fetch>
  /** Where reports of requests are kept; none are written where this is left out. */
  readonly reports?: Reporting
}

/** What reports need of the outside. */
export interface Reporting {
  readonly journals: Journals
  /** 128 random bits, in hex. */
  readonly newSecret: () => string
}

/** The space that a request belongs to. */
export const spaceOf = ({ req }: Context): string => req.param('space') ?? PUBLIC_SPACE
