import { list, text } from './json.ts'

/** Whether two system URLs name one system: published messages mix `http`/`https` and letter case. */
export const sameSystem = (received: string | undefined, system: string): boolean =>
  received === system ||
  (received !== undefined &&
    // They differ by the "s" of "https" at most: most that differ need no more than that.
    Math.abs(received.length - system.length) <= 1 &&
    canonicalSystem(received) === canonicalSystem(system))

/** A system's URL as all its spellings are read. */
export const canonicalSystem = (url: string): string =>
  url.toLowerCase().replace(/^http:/, 'https:')

/** What `items` in `system` say at `key`: distinct and sorted, so that their order never matters. */
const saidIn = (items: readonly unknown[], system: string, key: string): readonly string[] => {
  const said = new Set<string>()
  for (const item of items) {
    const value = sameSystem(text(item, 'system'), system) ? text(item, key) : undefined
    if (value !== undefined) said.add(value)
  }
  return [...said].sort()
}

/** The codes in `system` of a CodeableConcept, or a list of them, at `key`. */
export const conceptCodes = (element: unknown, key: string, system: string): readonly string[] =>
  saidIn(
    list(element, key).flatMap((concept) => list(concept, 'coding')),
    system,
    'code',
  )

/** The codes in `system` of a Coding, or a list of them, at `key`. */
export const codingCodes = (element: unknown, key: string, system: string): readonly string[] =>
  saidIn(list(element, key), system, 'code')

/** The distinct values of the Identifiers at `key` in `system`, sorted. */
export const identifierValues = (
  element: unknown,
  key: string,
  system: string,
): readonly string[] => saidIn(list(element, key), system, 'value')
