import { isChunked, unchunked } from './chunked.ts'
import {
  CannotRead,
  excerpt,
  readOrTell,
  type ShownRequest,
  type Unreadable,
} from './shown-request.ts'
import { filled, filledUrl, isDefinition, type Variables, variablesIn } from './variables.ts'

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT'
const REQUEST_LINE = new RegExp(
  String.raw`^(?:(${METHODS}|[A-Z]+)\s+)?(\S+)(?:\s+HTTP/[\d.]+)?$`,
  'i',
)
const HEADER = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/

/** Reads a file that a request has for its body. */
export type Include = (file: string) => Uint8Array<ArrayBuffer>

/**
 * Reads requests as text: one as it goes over the wire, or those of a .http file, with `###` between.
 * What an editor does before or after a request, and answers that were kept, are no part of it.
 */
export const readHttpText = (
  text: string,
  include: Include,
): readonly (ShownRequest | Unreadable)[] => {
  const lines = text.split('\n')
  const variables = variablesIn(lines.map(withoutReturn))
  return blocksIn(lines)
    .map((block) => ({ ...block, ...requestPart(block.lines) }))
    .filter(({ request }) => request.length > 0)
    .map(({ line, before, request }) =>
      readOrTell(line + before, () => ({
        line: line + before,
        request: readRequest(request, variables, include),
      })),
    )
}

interface Block {
  /** Of the file. */
  readonly line: number
  readonly lines: readonly string[]
}

const blocksIn = (lines: readonly string[]): readonly Block[] => {
  const starts = [-1, ...lines.flatMap((line, place) => (line.startsWith('###') ? [place] : []))]
  return starts.map((start, index) => ({
    line: start + 2,
    lines: lines.slice(start + 1, starts[index + 1]),
  }))
}

// Wire text has returns, which the body keeps: a body in chunks counts them.
const withoutReturn = (line: string): string => line.replace(/\r$/, '')

const BEGINS_SCRIPT = /^[<>]!?\s*\{%/
const ENDS_SCRIPT = /%\}\s*$/
const AFTER = /^(?:>{1,2}!?\s*\S|<>\s*\S|HTTP\/[\d.]+ \d{3}\b)/

/** The lines of the request itself, and how many come before them. */
const requestPart = (
  lines: readonly string[],
): { readonly before: number; readonly request: readonly string[] } => {
  const before = firstOfRequest(lines)
  const rest = lines.slice(before)
  const after = rest.findIndex((line) => AFTER.test(line))
  return { before, request: after < 0 ? rest : rest.slice(0, after) }
}

const firstOfRequest = (lines: readonly string[]): number => {
  let isScript = false
  const first = lines.findIndex((line) => {
    isScript ||= BEGINS_SCRIPT.test(line)
    const isBefore = isScript || !isContent(line) || /^<\s/.test(line)
    if (ENDS_SCRIPT.test(withoutReturn(line))) isScript = false
    return !isBefore
  })
  return first < 0 ? lines.length : first
}

const isContent = (line: string): boolean =>
  line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line) && !isDefinition(withoutReturn(line))

const readRequest = (
  [requestLine = '', ...rest]: readonly string[],
  variables: Variables,
  include: Include,
): ShownRequest['request'] => {
  const [, method = 'GET', url] = REQUEST_LINE.exec(requestLine.trim()) ?? []
  if (url === undefined || !isUrl(url)) {
    throw new CannotRead(
      `${excerpt(requestLine)} is no request line, such as POST /$process-message.`,
    )
  }
  const blank = rest.findIndex((line) => line.trim() === '')
  const head = unfolded((blank < 0 ? rest : rest.slice(0, blank)).filter(isContent))
  const [more, headerLines] = [head.filter(isMoreOfUrl), head.filter((line) => !isMoreOfUrl(line))]
  const headers = headerLines.map((line) => headerIn(line, variables))
  const body = blank < 0 ? '' : bodyOf(rest.slice(blank + 1), variables, include)
  return {
    method: method.toUpperCase(),
    path: filledUrl([url, ...more.map((line) => line.trim())].join(''), variables),
    headers,
    ...(body.length > 0 && { body: isChunked(headers) ? unchunked(bytesOf(body)) : body }),
  }
}

const isUrl = (text: string): boolean => /^(?:https?:\/\/|\/|\{\{|\*$)/i.test(text)

const isMoreOfUrl = (line: string): boolean => /^\s+[?&]/.test(line)

/** Headers on one line each (RFC 9112 §5.2). */
const unfolded = (lines: readonly string[]): readonly string[] => {
  const whole: string[] = []
  for (const line of lines) {
    const isMore = /^[ \t]/.test(line) && !isMoreOfUrl(line) && !HEADER.test(line.trim())
    const last = isMore ? whole.pop() : undefined
    whole.push(last === undefined ? line : `${last.trimEnd()} ${line.trim()}`)
  }
  return whole
}

const headerIn = (line: string, variables: Variables): readonly [name: string, value: string] => {
  const [, name, value = ''] = HEADER.exec(line.trim()) ?? []
  if (name === undefined) throw new CannotRead(`${excerpt(line)} is no header.`)
  return [name, filled(value, variables)]
}

const INCLUDED = /^<(?:@\w*)?\s+(\S.*)$/

const bodyOf = (
  lines: readonly string[],
  variables: Variables,
  include: Include,
): string | Uint8Array<ArrayBuffer> => {
  const body = lines.join('\n').trim()
  const [start, file] = INCLUDED.exec(body) ?? []
  if (start === undefined || file === undefined) return filled(body, variables)
  const bytes = include(filled(file.trim(), variables))
  // `<@` asks for its variables to be filled in.
  return start.startsWith('<@') ? filled(new TextDecoder().decode(bytes), variables) : bytes
}

const bytesOf = (body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body
