/** Things that go on coming, of which the newest are kept. */
export interface Newest<Item> {
  readonly items: () => readonly Item[]
  /** How many came, those included that are no longer kept. */
  readonly count: () => number
  readonly add: (item: Item) => void
  /** Keeps none of those that came; they count all the same. */
  readonly clear: () => void
}

/** How many are kept: a stub may run for days. */
const KEPT = 1000

/** Keeps nothing yet. */
export const newest = <Item>(): Newest<Item> => {
  const items: Item[] = []
  let count = 0
  return {
    items: () => [...items],
    count: () => count,
    add: (item) => {
      count += 1
      items.push(item)
      if (items.length > KEPT) items.shift()
    },
    clear: () => {
      items.length = 0
    },
  }
}
