/** Things that go on coming, of which the newest are kept. */
export interface Newest<Item> {
  readonly items: () => readonly Item[]
  readonly add: (item: Item) => void
  readonly clear: () => void
}

/** How many are kept: a stub may run for days. */
const KEPT = 1000

/** Keeps nothing yet. */
export const newest = <Item>(): Newest<Item> => {
  const items: Item[] = []
  return {
    items: () => [...items],
    add: (item) => {
      items.push(item)
      if (items.length > KEPT) items.shift()
    },
    clear: () => {
      items.length = 0
    },
  }
}
