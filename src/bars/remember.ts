const MOST = 500
const LONGEST = 1000

/**
 * A function that remembers what it made of keys: a Sender's headers are the same in every request.
 * What is remembered is bounded, in number and length.
 */
export const remember = <Key extends string | number, T>(
  make: (key: Key) => T,
): ((key: Key) => T) => {
  const made = new Map<Key, T>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const value = make(key)
    if (made.size >= MOST) made.clear()
    if (String(key).length <= LONGEST) made.set(key, value)
    return value
  }
}
