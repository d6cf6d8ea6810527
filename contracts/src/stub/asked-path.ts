import { FHIR_PATH, MAYBE_SPACE } from '../../../src/bars/paths.ts'
import { CLAUSES } from '../check/clauses.ts'
import type { Violation } from '../check/report.ts'

const OWN = new RegExp(`^${MAYBE_SPACE}/_(?:ping|status|sandbox|pact)(?:/|$)`)
const FHIR_BASE = new RegExp(`^${MAYBE_SPACE}${FHIR_PATH}(?=/|$)`)
const LIKE_A_BASE = /^.*\/fhir\/r4(?=\/|$)/i

/** Whether a path is one of the sandbox's own, which no Receiver has. */
export const isOwn = (pathname: string): boolean => OWN.test(pathname)

/** What a Receiver is asked for. */
export interface AskedPath {
  /** What comes after the FHIR base, or after what was sent for one. */
  readonly path: string
  /** What is wrong with what was sent for the FHIR base. */
  readonly wrongBase?: Violation
}

/** Takes a path apart where the FHIR base ends. */
export const askedPath = (pathname: string): AskedPath => {
  const [base] = FHIR_BASE.exec(pathname) ?? []
  if (base !== undefined) return { path: pathname.slice(base.length) }
  const [like = ''] = LIKE_A_BASE.exec(pathname) ?? []
  return { path: pathname.slice(like.length), wrongBase: wrong(like) }
}

const wrong = (base: string): Violation => ({
  where: 'path',
  expected: `the FHIR base, ${FHIR_PATH}, and then the endpoint`,
  ...seenIn(base),
  source: CLAUSES.endpoints,
})

const seenIn = (base: string): Pick<Violation, 'received' | 'mend'> => {
  if (base === '') return { received: 'no FHIR base', mend: "a stub's fhirUrl ends in it" }
  return letters(base) === letters(FHIR_PATH)
    ? { received: `'${base}'`, mend: 'paths are case-sensitive, and every / counts' }
    : { received: 'another base' }
}

const letters = (base: string): string => base.toLowerCase().replace(/\/+/g, '/')
