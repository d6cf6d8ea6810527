/**
 * Headers in the shapes that JavaScript has them: `Headers`, what Node's http gives and takes, or
 * pairs. A header that is sent several times has a list.
 */
export type SentHeaders =
  | Iterable<readonly [name: string, value: string]>
  // What `Headers` is to a compiler whose `lib` has DOM without DOM.Iterable.
  | { readonly forEach: (visit: (value: string, name: string) => void) => void }
  | Readonly<Record<string, string | number | readonly string[] | undefined>>

/**
 * Headers as pairs, one for each value.
 * @throws TypeError when they are in no such shape.
 */
export const headerPairs = (headers: SentHeaders): readonly (readonly [string, string])[] => {
  if (typeof headers !== 'object' || headers === null) throw wrongShape()
  return [...(isPairs(headers) ? headers : Object.entries(headers))].flatMap((pair) => {
    if (!Array.isArray(pair)) throw wrongShape()
    const [name, value]: readonly unknown[] = pair
    if (typeof name !== 'string') throw wrongShape()
    return valuesIn(name, value).map((each) => [name, each] as const)
  })
}

const isPairs = (headers: SentHeaders): headers is Iterable<readonly [string, string]> =>
  Symbol.iterator in headers

const valuesIn = (name: string, value: unknown): readonly string[] => {
  if (value === undefined) return []
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((each) => {
    if (typeof each === 'string') return each
    if (typeof each === 'number') return String(each)
    throw new TypeError(`The header ${name} is neither a text nor a list of texts.`)
  })
}

const wrongShape = (): TypeError =>
  new TypeError('The headers are neither Headers nor an object of names and values, nor pairs.')

/** The value of a header by its name, in any case; of one sent several times, all of them. */
export function headerIn(headers: SentHeaders): (name: string) => string | undefined {
  const values = new Map<string, string>()
  for (const [name, value] of headerPairs(headers)) {
    const key = name.toLowerCase()
    const earlier = values.get(key)
    values.set(key, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return (name) => values.get(name.toLowerCase())
}
