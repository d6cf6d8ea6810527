/** The parameters of a search, in the order sent: a name may come more than once. */
export type SearchParameters = readonly (readonly [name: string, value: string])[]

/** Reads a raw query. `+` stays `+`, as in a time zone; undefined when an escape does not decode. */
export const readSearch = (query: string): SearchParameters | undefined => {
  try {
    return query
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const equals = part.indexOf('=')
        const [name, value] =
          equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]
        return [decodeURIComponent(name), decodeURIComponent(value)] as const
      })
  } catch {
    return undefined
  }
}

/** The values of `name`, blanks left out. */
export const valuesOf = (parameters: SearchParameters, name: string): readonly string[] =>
  parameters
    .filter(([each]) => each === name)
    .flatMap(([, value]) => (value.trim() ? [value.trim()] : []))

/** The value of a FHIR token (`system|value` or a bare value), with its system if it has one. */
export const readToken = (token: string): { readonly system?: string; readonly value: string } => {
  const bar = token.lastIndexOf('|')
  return bar < 0 ? { value: token } : { system: token.slice(0, bar), value: token.slice(bar + 1) }
}

/** Writes parameters as a query, so that a link can be followed as it stands. */
export const writeSearch = (parameters: SearchParameters): string =>
  parameters
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
