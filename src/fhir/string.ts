const MOST = 60

/** Text cut short and fit for an R4 `string`, which holds Unicode without control characters. */
export const shortString = (text: string): string => {
  // A character is two UTF-16 units at most, so no more is looked at than may be kept.
  const characters = [...text.slice(0, 2 * (MOST + 1)).toWellFormed()]
  const kept = characters
    .slice(0, MOST)
    .join('')
    .replaceAll(/\p{Cc}/gu, '\ufffd')
  return characters.length > MOST ? `${kept}…` : kept
}
