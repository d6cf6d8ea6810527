const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * The name that a text was probably meant for: one of the same letters and digits, in whatever case and
 * with whatever between them, else one that is at most two slips of the pen away. What is near a name of
 * ours may be told as it came: it is printable, and has no room for a patient's data.
 */
export function nearest<Name extends string>(
  text: string,
  names: readonly Name[],
): Name | undefined {
  const meant = plain(text)
  if (meant === '' || !PRINTABLE.test(text)) return undefined
  const same = names.find((name) => plain(name) === meant)
  if (same !== undefined) return same
  const [near] = names
    .map((name) => ({ name, slips: slipsBetween(meant, plain(name)) }))
    .filter(({ slips, name }) => slips <= MOST_SLIPS && plain(name).length > 2 * MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips)
  return near?.name
}

const PRINTABLE = /^[\x20-\x7e]{1,80}$/

const MOST_SLIPS = 2

/** How many letters must be put in, left out or changed to make one text of another (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_SLIPS) return MOST_SLIPS + 1
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
