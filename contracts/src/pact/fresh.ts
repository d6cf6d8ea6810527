import { BASE, MADE, VERSION } from './answer.ts'
import { escaped, PARTS } from './patterns.ts'

/** A part of an answer's text that another run, or another sandbox, writes otherwise. */
interface Fresh {
  readonly looksLike: RegExp
  readonly pattern: string
  /** Whether a text of this look that the request had, or the row promises, is answered as it is. */
  readonly isKept: boolean
}

const FRESH: readonly Fresh[] = [
  { looksLike: new RegExp(escaped(BASE)), pattern: 'https?://[^?]+', isKept: false },
  { looksLike: new RegExp(PARTS.uuid), pattern: PARTS.uuid, isKept: true },
  { looksLike: new RegExp(PARTS.instant), pattern: PARTS.instant, isKept: true },
  // A case number is the first group of an id made.
  { looksLike: new RegExp(`^${MADE}$`), pattern: '[0-9a-f]{8}', isKept: false },
  { looksLike: new RegExp(`^${escaped(VERSION)}$`), pattern: String.raw`\S+`, isKept: false },
]

/**
 * The pattern of a text in an answer, with its fresh parts open and the rest as it is; undefined
 * where nothing in it is fresh. `kept` tells which ids and times are not the Receiver's to make.
 */
export const freshPattern = (text: string, kept: (part: string) => boolean): string | undefined => {
  const pattern = patternOf(text, kept)
  return pattern === escaped(text) ? undefined : `^${pattern}$`
}

const patternOf = (text: string, kept: (part: string) => boolean): string => {
  const found = FRESH.map((fresh) => ({ ...fresh, match: fresh.looksLike.exec(text) })).find(
    ({ match }) => match !== null,
  )
  if (found?.match == null) return escaped(text)
  const { match, pattern, isKept } = found
  const [part] = match
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + part.length)
  return [
    patternOf(before, kept),
    isKept && kept(part) ? escaped(part) : pattern,
    patternOf(after, kept),
  ].join('')
}
