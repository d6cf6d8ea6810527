const AT_ONCE = 2

/** Does work on each item, two at once, and gives the results in the order of the items. */
export const inTurn = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const waiting = items.map((item, place) => ({ item, place }))
  const results: { readonly place: number; readonly result: Result }[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.push({ place: next.place, result: await work(next.item) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results.sort((a, b) => a.place - b.place).map(({ result }) => result)
}
