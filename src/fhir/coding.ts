import { list, text } from './json.ts'

/** Whether two system URLs name one system: published messages mix `http`/`https` and letter case. */
export const sameSystem = (received: string | undefined, system: string): boolean =>
  received === system || (received !== undefined && canonical(received) === canonical(system))

const canonical = (url: string) => url.toLowerCase().replace(/^http:/, 'https:')

/** The distinct codes of `codings` in `system`, sorted, so that their order in the message never matters. */
const codesIn = (codings: readonly unknown[], system: string): readonly string[] => {
  const codes = codings
    .filter((coding) => sameSystem(text(coding, 'system'), system))
    .map((coding) => text(coding, 'code'))
    .filter((code) => code !== undefined)
  return [...new Set(codes)].sort()
}

/** The codes in `system` of a CodeableConcept, or a list of them, at `key`. */
export const conceptCodes = (element: unknown, key: string, system: string): readonly string[] =>
  codesIn(
    list(element, key).flatMap((concept) => list(concept, 'coding')),
    system,
  )

/** The codes in `system` of a Coding, or a list of them, at `key`. */
export const codingCodes = (element: unknown, key: string, system: string): readonly string[] =>
  codesIn(list(element, key), system)

/** The distinct values of the Identifiers at `key` in `system`, sorted. */
export const identifierValues = (
  element: unknown,
  key: string,
  system: string,
): readonly string[] => {
  const values = list(element, key)
    .filter((identifier) => sameSystem(text(identifier, 'system'), system))
    .map((identifier) => text(identifier, 'value'))
    .filter((value) => value !== undefined)
  return [...new Set(values)].sort()
}
