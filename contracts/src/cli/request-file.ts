import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import type { CheckableRequest } from '../check/check-request.ts'
import { readCurlLog } from './curl-log.ts'
import { UsageError } from './exit.ts'
import { readHttpText } from './http-text.ts'

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
    return { file, request: readJson(file, text), hasBody: true }
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

const readJson = (file: string, text: string): CheckableRequest => {
  const request = JsonRequest.safeParse(parsed(file, text))
  if (request.success) return request.data
  throw new UsageError(
    `${file} is JSON, but not a request: expected { "method", "path", "headers", "body" }.`,
  )
}

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'not JSON'}`)
  }
}
