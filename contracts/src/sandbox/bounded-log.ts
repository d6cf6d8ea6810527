/** Items that go on coming, of which the newest are kept: as many as some bytes hold. */
export interface BoundedLog<Item> {
  readonly items: () => readonly Item[]
  readonly add: (item: Item) => void
  /** Keeps of those that came only some. */
  readonly keep: (isKept: (item: Item) => boolean) => void
}

/** How much is kept: a stub may run for days, and be sent messages of any size. */
const KEPT_BYTES = 16 * 1024 * 1024

/** Keeps nothing yet. */
export const boundedLog = <Item extends object>(keptBytes = KEPT_BYTES): BoundedLog<Item> => {
  let kept: { readonly item: Item; readonly size: number }[] = []
  let size = 0
  return {
    items: () => kept.map(({ item }) => item),
    add: (item) => {
      kept.push({ item, size: sizeOf(item) })
      size += kept.at(-1)?.size ?? 0
      while (size > keptBytes && kept.length > 1) size -= kept.shift()?.size ?? 0
    },
    keep: (isKept) => {
      kept = kept.filter(({ item }) => isKept(item))
      size = kept.reduce((sum, each) => sum + each.size, 0)
    },
  }
}

/** About how many bytes plain data takes. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return 16 + value.length
  if (typeof value !== 'object' || value === null) return 16
  return Object.values(value).reduce((size: number, each) => size + sizeOf(each), 16)
}
