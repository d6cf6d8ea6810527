const MOST = 500
const LONGEST = 1000

/**
 * A function that remembers what it made of keys: a Sender's headers are the same in every request.
 * What is remembered is bounded, in number and length.
 */
export const remember = <Key extends string | number, T>(
  make: (key: Key) => T,
): ((key: Key) => T) => rememberBy((key) => key, make)

/** The same for arguments that are not keys themselves, but have one. */
export const rememberBy = <Asked, T>(
  keyOf: (asked: Asked) => string | number,
  make: (asked: Asked) => T,
): ((asked: Asked) => T) => {
  const made = new Map<string | number, T>()
  return (asked) => {
    const key = keyOf(asked)
    const found = made.get(key)
    if (found !== undefined) return found
    const value = make(asked)
    if (made.size >= MOST) made.clear()
    if (String(key).length <= LONGEST) made.set(key, value)
    return value
  }
}
