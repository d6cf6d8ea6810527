import type { CheckableRequest } from '../check/check-request.ts'
import { UsageError } from './exit.ts'
import { filled, filledUrl, isDefinition, variablesIn } from './http-variables.ts'

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
