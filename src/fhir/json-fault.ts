/** What may come next in a JSON text (RFC 8259 §2). */
type Expected =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing'

const SPACE = /[ \t\n\r]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has them escaped (RFC 8259 §7).
const TEXT = /"(?:[^"\\\0-\x1f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y

const OPENS: Readonly<Record<string, Expected>> = { '[': 'value-or-end', '{': 'key-or-end' }

/**
 * Where a text stops being JSON, in UTF-16 units; its length where it ends too early. Runtimes word their
 * errors each in another way, with and without the place.
 */
export function faultInJson(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let place = 0
  for (;;) {
    place = after(SPACE, text, place)
    const end = endOfToken(text, place, expected, open.at(-1))
    if (end === undefined) return place
    if (end < 0) return -end
    const token = text.charAt(place)
    if (token in OPENS) open.push(token)
    if (token === ']' || token === '}') open.pop()
    expected = next(token, expected, open.at(-1))
    place = end
  }
}

const after = (form: RegExp, text: string, place: number): number => {
  form.lastIndex = place
  return form.test(text) ? form.lastIndex : place
}

/** Where the token at a place ends: undefined if none may be there, negative if it breaks off. */
function endOfToken(
  text: string,
  place: number,
  expected: Expected,
  inside: string | undefined,
): number | undefined {
  const token = text.charAt(place)
  const isValue = expected.startsWith('value')
  if (token === '"' && (isValue || expected.startsWith('key'))) {
    const end = after(TEXT, text, place)
    return text.charAt(end) === '"' ? end + 1 : -end
  }
  if (isValue && token in OPENS) return place + 1
  if (expected === 'colon') return token === ':' ? place + 1 : undefined
  if (expected === 'comma-or-end' && token === ',') return place + 1
  const closes = inside === '[' ? ']' : '}'
  if (expected.endsWith('-or-end') && token === closes) return place + 1
  const end = isValue ? after(SCALAR, text, place) : place
  return end > place ? end : undefined
}

function next(token: string, was: Expected, inside: string | undefined): Expected {
  const opened = OPENS[token]
  if (opened !== undefined) return opened
  if (token === ':') return 'value'
  if (token === ',') return inside === '{' ? 'key' : 'value'
  if (was.startsWith('key') && token === '"') return 'colon'
  return inside === undefined ? 'nothing' : 'comma-or-end'
}
