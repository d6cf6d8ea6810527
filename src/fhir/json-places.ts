/** A place in a text: its line and, in that, its column, both from 1 and in UTF-16 units. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** The keys and indexes that lead to a value from the top. */
export type JsonPath = readonly string[]

/** A value that is looked for, or leads to such; `at` is where it begins, once that is known. */
interface Wanted {
  at: number | undefined
  readonly children: Map<string, Wanted>
}

/**
 * Where values begin in a text that is JSON; what is not there is shown at the nearest value around it
 * that is. Of a key sent twice the last counts, as for JSON.parse.
 */
export function placesIn(text: string, paths: readonly JsonPath[]): readonly TextPlace[] {
  const root = wanted()
  for (const path of paths) path.reduce(child, root)
  visit(text, afterBlanks(text, 0), root)
  const offsets = paths.map((path) => offsetOf(path, root))
  const places = inLines(text, offsets)
  return offsets.map((offset) => places.get(offset) ?? { line: 1, column: 1 })
}

const wanted = (): Wanted => ({ at: undefined, children: new Map() })

function child({ children }: Wanted, key: string): Wanted {
  const found = children.get(key) ?? wanted()
  children.set(key, found)
  return found
}

function offsetOf(path: JsonPath, root: Wanted): number {
  let [at, node]: [number, Wanted | undefined] = [root.at ?? 0, root]
  for (const key of path) {
    node = node.children.get(key)
    if (node?.at === undefined) return at
    at = node.at
  }
  return at
}

const [QUOTE, COMMA, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = [34, 44, 92, 91, 93, 123, 125]

/** Looks at the value that begins at a place, and into it as far as any is wanted; returns its end. */
function visit(text: string, start: number, node: Wanted): number {
  node.at = start
  const opening = text.charCodeAt(start)
  const isOpen = opening === LIST || opening === OBJECT
  if (node.children.size === 0 || !isOpen) return endOfValue(text, start)
  for (const each of node.children.values()) each.at = undefined
  let place = afterBlanks(text, start + 1)
  for (let index = 0; !isEnd(text.charCodeAt(place)); index += 1) {
    let key = String(index)
    if (opening === OBJECT) {
      const end = endOfString(text, place) + 1
      key = stringAt(text, place, end)
      place = afterBlanks(text, afterBlanks(text, end) + 1)
    }
    const found = node.children.get(key)
    const end = found === undefined ? endOfValue(text, place) : visit(text, place, found)
    place = afterBlanks(text, end)
    if (text.charCodeAt(place) === COMMA) place = afterBlanks(text, place + 1)
  }
  return place + 1
}

// What has not come to its end by the end of the text is no JSON: the walk ends all the same.
const isEnd = (code: number): boolean =>
  code === LIST_END || code === OBJECT_END || Number.isNaN(code)

function stringAt(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1)
  return inside.includes('\\') ? String(JSON.parse(text.slice(start, end))) : inside
}

function afterBlanks(text: string, start: number): number {
  let place = start
  while (text.charCodeAt(place) <= 32) place += 1
  return place
}

// Not one by one into the values inside: only strings may hold what looks like their end.
function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let place = start; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code === QUOTE) place = endOfString(text, place)
    else if (code === LIST || code === OBJECT) depth += 1
    else if (isEnd(code) && --depth < 0) return place
    else if (code === COMMA && depth === 0) return place
    if (depth === 0 && (code === QUOTE || isEnd(code))) return place + 1
  }
  return text.length
}

/** Where the string ends that begins at a place; the end of the text where it does not. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length : end
}

function isEscaped(text: string, place: number): boolean {
  let slashes = 0
  while (text.charCodeAt(place - 1 - slashes) === BACKSLASH) slashes += 1
  return slashes % 2 === 1
}

/** Offsets as lines and columns, in one pass over the text. */
export function inLines(text: string, offsets: readonly number[]): ReadonlyMap<number, TextPlace> {
  const places = new Map<number, TextPlace>()
  let [line, start, next] = [1, 0, text.indexOf('\n')]
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (next >= 0 && next < offset) {
      ;[line, start] = [line + 1, next + 1]
      next = text.indexOf('\n', start)
    }
    places.set(offset, { line, column: offset - start + 1 })
  }
  return places
}
