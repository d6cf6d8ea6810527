/** The path of the FHIR API. */
export const FHIR_PATH = '/booking-and-referral/FHIR/R4'

/** The space that requests without one of their own belong to. */
export const PUBLIC_SPACE = 'public'

/** The form of a space's name, as a pattern. */
export const SPACE_NAME = '[a-z0-9-]{3,64}'

/** The path before which every other may be put to have a space of one's own; as Hono writes it. */
export const SPACE_PATH = `/s/:space{${SPACE_NAME}}`

const IN_SPACE = new RegExp(`^/s/(${SPACE_NAME})(?=/|$)`)

/** The space that a path is in; undefined where it names none. */
export const spaceIn = (path: string): string | undefined => IN_SPACE.exec(path)?.[1]

/** What a path in a space begins with, or nothing; as a pattern. */
export const MAYBE_SPACE = `(?:/s/${SPACE_NAME})?`

const UNDER_FHIR = new RegExp(`^${MAYBE_SPACE}${FHIR_PATH}(?:/|$)`)

const CONTROL = new RegExp(`^${MAYBE_SPACE}/_(?:sandbox|pact|ping|status)(?:/|$)`)

/** Whether a path is one of the sandbox's own, which speak JSON and not FHIR. */
export const isOwnPath = (path: string): boolean => CONTROL.test(path)

/** Whether a path is the FHIR API's, in a space or not. */
export const isUnderFhir = (path: string): boolean => UNDER_FHIR.test(path)
