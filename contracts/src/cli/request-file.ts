import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import type { CheckableRequest } from '../check/check-request.ts'
import { UsageError } from './command.ts'
import { readHttpText } from './http-file.ts'

/** A request in a file. */
export interface RequestFile {
  readonly file: string
  readonly request: CheckableRequest
  /** Whether the file shows its body, or that it has none. */
  readonly hasBody: boolean
}

const JsonRequest = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: z.unknown().optional(),
})

/** Reads the request in a file: JSON, HTTP as text, or what curl shows. */
export const readRequestFile = (file: string): RequestFile => {
  const text = read(file)
  if (text.trimStart().startsWith('{'))
    return { file, request: requestIn(file, text), hasBody: true }
  const include = (included: string) => read(resolve(dirname(file), included))
  const log = readCurlLog(text)
  if (log === undefined) return { file, request: readHttpText(text, include), hasBody: true }
  const request = readHttpText(log.head, include)
  return {
    file,
    request: { ...request, body: log.body },
    hasBody: log.body !== undefined || request.method === 'GET',
  }
}

const read = (file: string): string => {
  try {
    // Windows begins files with a byte order mark.
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : `${file} cannot be read.`)
  }
}

const requestIn = (file: string, text: string): CheckableRequest => {
  const request = JsonRequest.safeParse(jsonIn(file, text))
  if (request.success) return request.data
  throw new UsageError(
    `${file} is JSON, but not a request: expected { "method", "path", "headers", "body" }.`,
  )
}

const jsonIn = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'not JSON'}`)
  }
}

/** What curl tells of a request that it sent. */
interface CurlLog {
  /** Request line and headers. */
  readonly head: string
  /** Undefined where curl does not show it. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

/** Reads what `curl -v` or `curl --trace` shows, of several requests the first; undefined for other text. */
const readCurlLog = (text: string): CurlLog | undefined => {
  const lines = text.split(/\r?\n/)
  const sent = lines.findIndex((line) => /^> [A-Z]+ \S+ HTTP\//.test(line))
  if (sent >= 0) return { head: headIn(lines.slice(sent)), body: undefined }
  return lines.some((line) => SECTION.exec(line)?.[1] === SENT_HEAD) ? traced(lines) : undefined
}

const headIn = (lines: readonly string[]): string => {
  const end = lines.findIndex((line) => !/^> ./.test(line))
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.slice(2)).join('\n')
}

const SENT_HEAD = '=> Send header'
const SENT_BODY = '=> Send data'
// Options of curl put the time and the connection's number before it.
const SECTION = /^(?:[\d:.]+ )?(?:\[[\d-]+\] )*(== Info|[=<]+>? (?:Send|Recv) (?:SSL )?\w+)/

const traced = (lines: readonly string[]): CurlLog => {
  const bytes: Readonly<Record<string, number[]>> = { [SENT_HEAD]: [], [SENT_BODY]: [] }
  let section = ''
  for (const line of lines) {
    const next = SECTION.exec(line)?.[1]
    if (next === SENT_HEAD && (bytes[SENT_HEAD]?.length ?? 0) > 0) break
    section = next ?? section
    if (next === undefined && line !== '') bytes[section]?.push(...bytesIn(line))
  }
  return {
    head: new TextDecoder().decode(new Uint8Array(bytes[SENT_HEAD] ?? [])),
    body: new Uint8Array(bytes[SENT_BODY] ?? []),
  }
}

const bytesIn = (line: string): readonly number[] => {
  const [, row] = /^[0-9a-f]{4,}: ((?:[0-9a-f]{2} ){1,16})/.exec(line) ?? []
  if (row !== undefined)
    return row
      .trim()
      .split(' ')
      .map((byte) => Number.parseInt(byte, 16))
  throw new UsageError('curl --trace-ascii does not show all that is sent: --trace does.')
}
