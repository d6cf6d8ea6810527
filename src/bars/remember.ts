const MOST = 500
const LONGEST = 1000

/**
 * A function that remembers what it made of texts: a Sender's headers are the same in every request.
 * What is remembered is bounded, in number and length.
 */
export const remember = <T>(make: (text: string) => T): ((text: string) => T) => {
  const made = new Map<string, T>()
  return (text) => {
    const found = made.get(text)
    if (found !== undefined) return found
    const value = make(text)
    if (made.size >= MOST) made.clear()
    if (text.length <= LONGEST) made.set(text, value)
    return value
  }
}
