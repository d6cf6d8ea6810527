import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { readCurlLog } from './curl-log.ts'
import { readHttpText } from './http-text.ts'
import { CannotRead, type ShownRequest, type Unreadable } from './shown-request.ts'

/** A request that a file shows, or why there is none: by the file, and the line where it has several. */
export type InFile = (Omit<ShownRequest, 'line'> | Omit<Unreadable, 'line'>) & {
  readonly name: string
}

/** Reads all requests in files, and in every file of folders; `-` is the standard input. */
export const readRequestFiles = (paths: readonly string[]): readonly InFile[] =>
  paths.flatMap((path) => {
    const read = orWhy(() => (isFolder(path) ? requestsInFolder(path) : requestsInFile(path).found))
    return typeof read === 'string' ? [{ name: path, unreadable: read }] : read
  })

const isFolder = (path: string): boolean => path !== '-' && statSync(path).isDirectory()

/** What is no request by its name: hidden files, documentation, what editors keep variables in. */
const OTHER = /^\.|\.md$|^http-client(?:\.private)?\.env\.json$/i

const requestsInFolder = (folder: string): readonly InFile[] => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names
    .filter((name) => !name.split(/[\\/]/).some((part) => OTHER.test(part)))
    .map((name) => join(folder, name))
    .filter((path) => !isFolder(path))
  const read = files.map((path) => ({ path, ...inFileOrWhy(path) }))
  // A message that a request has for its body is no request of its own.
  const included = new Set(read.flatMap(({ included: each }) => each))
  const found = read.filter(({ path }) => !included.has(resolve(path)))
  if (found.length === 0) throw new CannotRead('The folder holds no request.')
  return found.flatMap((each) => each.found)
}

/** The requests of a file, and the files that they have for their bodies. */
interface Requests {
  readonly found: readonly InFile[]
  readonly included: readonly string[]
}

const inFileOrWhy = (path: string): Requests => {
  const read = orWhy(() => requestsInFile(path))
  if (typeof read !== 'string') return read
  return { found: [{ name: path, unreadable: read }], included: [] }
}

/** What is read, or why nothing can be. */
const orWhy = <T>(read: () => T): T | string => {
  try {
    return read()
  } catch (error) {
    if (error instanceof CannotRead || isOfSystem(error)) return error.message
    throw error
  }
}

const isOfSystem = (error: unknown): error is Error => error instanceof Error && 'syscall' in error

const requestsInFile = (path: string): Requests => {
  const included: string[] = []
  const include = (file: string) => {
    const whole = resolve(dirname(path), file)
    included.push(whole)
    return bytesOf(whole)
  }
  const found = requestsIn(textOf(bytesOf(path)), include)
  if (found.length === 0) throw new CannotRead('It holds no request.')
  const file = path === '-' ? 'standard input' : path
  const name = (line: number) => (found.length === 1 ? file : `${file}:${line}`)
  return { found: found.map(({ line, ...each }) => ({ name: name(line), ...each })), included }
}

const requestsIn = (
  text: string,
  include: (file: string) => Uint8Array<ArrayBuffer>,
): readonly (ShownRequest | Unreadable)[] => {
  if (/^\s*[{[]/.test(text)) return inJson(text)
  if (/^(?:\$ |#[^\n]*\n\s*)*curl\s/.test(text.trimStart())) throw new CannotRead(CURL_COMMAND)
  return readCurlLog(text) ?? readHttpText(text, include)
}

const CURL_COMMAND =
  'It is a command of curl, which only a shell can read: add --trace sent.txt to it, and check sent.txt.'

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => {
  try {
    return new Uint8Array(readFileSync(path === '-' ? 0 : path))
  } catch (error) {
    throw isOfSystem(error) ? new CannotRead(error.message) : error
  }
}

/** Text in UTF-8, or as its byte order mark says: PowerShell writes UTF-16. */
const textOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

const JsonRequest = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: z.unknown().optional(),
})

const inJson = (text: string): readonly (ShownRequest | Unreadable)[] => {
  const json = jsonIn(text)
  const sent: readonly unknown[] = Array.isArray(json) ? json : [json]
  return sent.map((each, place) => {
    const request = JsonRequest.safeParse(each)
    if (request.success) return { line: place + 1, request: request.data }
    return { line: place + 1, unreadable: isMessage(each) ? MESSAGE_ALONE : NO_REQUEST }
  })
}

const isMessage = (json: unknown): boolean =>
  z.object({ resourceType: z.string() }).safeParse(json).success

const NO_REQUEST =
  'It is JSON, but not a request: expected { "method", "path", "headers", "body" }.'

const MESSAGE_ALONE =
  'It is a message alone, without the headers that it is sent with: a .http file has it as its body with < message.json.'

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CannotRead(error instanceof Error ? error.message : 'It is no JSON.')
  }
}
