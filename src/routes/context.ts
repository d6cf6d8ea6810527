import type { Context } from 'hono'
import type { OdsCode } from '../bars/organisation.ts'
import type { Target } from '../bars/target.ts'
import type { Organisations } from '../receiver/111-ed/organisation.ts'

/** What the app is given from outside, so that nothing below reads a clock or makes an id by itself. */
export interface Deps {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A fresh UUID. */
  readonly newId: () => string
  /** The version of this software. */
  readonly version: string
  /** Where the 111-ED conversations are kept. */
  readonly organisations: Organisations
}

/** What the header checks leave for the endpoints. */
export interface FhirEnv {
  Variables: {
    target: Target
    /** Absent when NHSD-End-User-Organisation was not sent. */
    organisation: OdsCode | undefined
  }
}

export type FhirContext = Context<FhirEnv>

/** The path of the FHIR API. */
export const FHIR_PATH = '/booking-and-referral/FHIR/R4'

/** The query as sent, not decoded. */
export const rawQuery = ({ req }: Context): string => {
  const mark = req.url.indexOf('?')
  return mark < 0 ? '' : req.url.slice(mark + 1)
}

/** The space that requests without one of their own belong to. */
export const PUBLIC_SPACE = 'public'

/** The path before which every other may be put to have a space of one's own. */
export const SPACE_PATH = '/s/:space{[a-z0-9-]{3,64}}'

/** The space that a request belongs to. */
export const spaceOf = ({ req }: Context): string => req.param('space') ?? PUBLIC_SPACE

const AFTER_SCHEME = 'https://'.length

/** The URL of the FHIR API as this request reached it. */
export const fhirBase = (c: Context): string => {
  const { url } = c.req
  const origin = url.slice(0, url.indexOf('/', AFTER_SCHEME))
  const space = c.req.param('space')
  return `${origin}${space === undefined ? '' : `/s/${space}`}${FHIR_PATH}`
}
