import type { Context } from 'hono'
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

/** The path of the FHIR API. */
export const FHIR_PATH = '/booking-and-referral/FHIR/R4'

/** The space that requests without one of their own belong to. */
export const PUBLIC_SPACE = 'public'

const SPACE_NAME = '[a-z0-9-]{3,64}'

/** The path before which every other may be put to have a space of one's own. */
export const SPACE_PATH = `/s/:space{${SPACE_NAME}}`

const UNDER_FHIR = new RegExp(`^(?:/s/${SPACE_NAME})?${FHIR_PATH}(?:/|$)`)

/** Whether a path is the FHIR API's, in a space or not. */
export const isUnderFhir = (path: string): boolean => UNDER_FHIR.test(path)

/** The space that a request belongs to. */
export const spaceOf = ({ req }: Context): string => req.param('space') ?? PUBLIC_SPACE
