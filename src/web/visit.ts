import type { Context } from 'hono'
import { FHIR_PATH } from '../bars/paths.ts'
import type { Deps, Fetch } from '../routes/context.ts'

/** A request for a page, with what its page is made of. */
export interface Visit {
  readonly c: Context
  readonly deps: Deps
  /** Asks the sandbox itself, without leaving the process. */
  readonly ask: Fetch
  readonly place: Place
}

/** Where a page is opened: every link of it leads on in the same space. */
export interface Place {
  /** Undefined in the public space. */
  readonly space: string | undefined
  /** What the path of every page begins with, or nothing. */
  readonly root: string
  /** The sandbox's URL in this space, without a slash at its end. */
  readonly sandbox: string
}

/** Shows a page. */
export type Page = (visit: Visit) => Response | Promise<Response>

export const visitOf = (c: Context, deps: Deps, ask: Fetch): Visit => {
  const space = c.req.param('space')
  const root = space === undefined ? '' : `/s/${space}`
  return { c, deps, ask, place: { space, root, sandbox: `${new URL(c.req.url).origin}${root}` } }
}

/** The URL of the FHIR API in this space. */
export const fhirBase = ({ sandbox }: Place): string => `${sandbox}${FHIR_PATH}`

/** A path of the sandbox with a query of what is not empty. */
export const pathWith = (path: string, query: Readonly<Record<string, string>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
