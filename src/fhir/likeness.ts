/** Those of some words that are like another, the likest first; likeness goes from 0 to 1. */
export const likest = (
  word: string,
  words: Iterable<string>,
  moreThan: number,
): readonly string[] => {
  const pairs = pairsOf(word)
  return [...words]
    .map((each) => ({ each, likeness: likeness(pairs, pairsOf(each)) }))
    .filter((candidate) => candidate.likeness > moreThan)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ each }) => each)
}

// The share of pairs of letters that both have (Dice): it forgives slips of the pen.
const likeness = (some: ReadonlySet<string>, others: ReadonlySet<string>): number => {
  const shared = [...some].filter((pair) => others.has(pair)).length
  return (2 * shared) / Math.max(some.size + others.size, 1)
}

const pairsOf = (word: string): ReadonlySet<string> => {
  const letters = [...word.toLowerCase()]
  return new Set(letters.map((letter, place) => letter + (letters[place + 1] ?? '')))
}
