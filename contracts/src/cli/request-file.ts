import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import type { CheckableRequest } from '../check/checked-request.ts'
import { UsageError } from './exit.ts'
import { readHttpText } from './http-text.ts'

const JsonRequest = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown().optional(),
})

/** Reads the request in a file: JSON, or HTTP as text. */
export const readRequestFile = (file: string): CheckableRequest => {
  const text = read(file)
  return text.trimStart().startsWith('{')
    ? readJson(file, text)
    : readHttpText(text, (included) => read(resolve(dirname(file), included)))
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
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
