import { randomUUID } from 'node:crypto'
import type { CheckableRequest } from '../check/check-request.ts'
import { UsageError } from './command.ts'

const REQUEST_LINE = /^(?:([A-Z]+)\s+)?(\S+)(?:\s+HTTP\/[\d.]+)?$/
const HEADER = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/

/**
 * Reads an HTTP request as text: as it goes over the wire, or as .http files have it (the first of
 * them). `include` reads a file that stands for the body: `< file`.
 */
export const readHttpText = (text: string, include: (file: string) => string): CheckableRequest => {
  const lines = text.split(/\r?\n/)
  const variables = variablesIn(lines)
  const [requestLine = '', ...rest] = lines.slice(lines.findIndex(isContent))
  const [, method = 'GET', url] = REQUEST_LINE.exec(requestLine.trim()) ?? []
  if (url === undefined) {
    throw new UsageError(
      `'${requestLine.slice(0, 60)}' is no request line, such as POST /$process-message.`,
    )
  }
  const blank = rest.findIndex((line) => line.trim() === '')
  const head = (blank < 0 ? rest : rest.slice(0, blank)).filter(isContent)
  const more = head.filter(isMoreOfUrl)
  const body = blank < 0 ? '' : bodyOf(rest.slice(blank + 1), include)
  return {
    method,
    path: filledUrl([url, ...more.map((line) => line.trim())].join(''), variables),
    headers: headersOf(
      head.filter((line) => !isMoreOfUrl(line)),
      (value) => filled(value, variables),
    ),
    ...(body !== '' && { body: filled(body, variables) }),
  }
}

const isContent = (line: string): boolean =>
  line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line) && !isDefinition(line)

const isMoreOfUrl = (line: string): boolean => /^\s+[?&]/.test(line)

const headersOf = (
  lines: readonly string[],
  fill: (value: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.map((line) => {
      const [, name, value = ''] = HEADER.exec(line.trim()) ?? []
      if (name === undefined) throw new UsageError(`'${line.slice(0, 60)}' is no header.`)
      return [name, fill(value)] as const
    }),
  )

const bodyOf = (lines: readonly string[], include: (file: string) => string): string => {
  const end = lines.findIndex((line) => line.startsWith('###'))
  const body = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
  const [, file] = /^<\s+(\S.*)$/.exec(body) ?? []
  return file === undefined ? body : include(file)
}

const DEFINITION = /^@([\w-]+)\s*=\s*(.*)$/
const USE = /\{\{\s*([^{}]+?)\s*\}\}/g

/** What editors that send .http files fill in by themselves. */
const DYNAMIC: Readonly<Record<string, () => string>> = {
  $guid: randomUUID,
  $uuid: randomUUID,
  $randomUUID: randomUUID,
  '$random.uuid': randomUUID,
  $isoTimestamp: () => new Date().toISOString(),
  '$datetime iso8601': () => new Date().toISOString(),
}

/** The variables that the lines of a .http file define: `@name = value`. */
const variablesIn = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = DEFINITION.exec(line) ?? []
    if (name !== undefined) variables.set(name, filled(value.trim(), variables))
  }
  return variables
}

/** Whether a line defines a variable. */
const isDefinition = (line: string): boolean => DEFINITION.test(line)

/** A text with its `{{variables}}` filled in. */
const filled = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(USE, (_use, name: string) => {
    const value = variables.get(name) ?? DYNAMIC[name]?.()
    if (value === undefined)
      throw new UsageError(`The variable {{${name}}} has no value in the file.`)
    return value
  })

/** A URL with its variables filled in; one that begins it and has no value is the address. */
const filledUrl = (url: string, variables: ReadonlyMap<string, string>): string => {
  const [start, name = ''] = /^\{\{\s*([\w-]+)\s*\}\}/.exec(url) ?? []
  const rest = start === undefined || variables.has(name) ? url : url.slice(start.length)
  return filled(rest, variables)
}
