import type { CheckableRequest } from '../../check/check-request.ts'
import { isChunked, unchunked } from './chunked.ts'
import { readHttpText } from './http-text.ts'
import { CannotRead, readOrTell, type ShownRequest, type Unreadable } from './shown-request.ts'

/** Reads what `curl -v` or `curl --trace` shows, all requests of it; undefined for other text. */
export const readCurlLog = (text: string): readonly (ShownRequest | Unreadable)[] | undefined => {
  const lines = text.split(/\r?\n/)
  if (lines.some((line) => REQUEST_SHOWN.test(line))) return verbose(lines)
  return lines.some((line) => SECTION.exec(line)?.[1] === SENT_HEAD) ? traced(lines) : undefined
}

const REQUEST_SHOWN = /^> [A-Z]+ \S+ HTTP\//

const verbose = (lines: readonly string[]): readonly (ShownRequest | Unreadable)[] =>
  lines.flatMap((line, place) => {
    if (!REQUEST_SHOWN.test(line)) return []
    const rest = lines.slice(place)
    const end = rest.findIndex((each) => !/^> ./.test(each))
    const head = (end < 0 ? rest : rest.slice(0, end)).map((each) => each.slice(2))
    return [readOrTell(place + 1, () => withoutBody(place + 1, requestIn(head.join('\n'))))]
  })

const withoutBody = (line: number, { request, headers }: Read): ShownRequest => {
  const lengths = headers.filter(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name))
  const mayHaveNone = request.method === 'GET' || request.method === 'DELETE' || lengths.length > 0
  const hasNone = mayHaveNone && lengths.every(([, value]) => value === '0')
  return hasNone ? { line, request } : { line, request, unseen: UNSEEN }
}

const UNSEEN = 'its body was not checked: curl -v does not show it, curl --trace does'

interface Read {
  readonly request: CheckableRequest
  readonly headers: readonly (readonly [name: string, value: string])[]
}

const NO_FILES = (): never => {
  throw new CannotRead('A log of curl names no file.')
}

const requestIn = (head: string): Read => {
  const [read] = readHttpText(head, NO_FILES)
  if (read === undefined || 'unreadable' in read) {
    throw new CannotRead(read?.unreadable ?? 'It shows no request.')
  }
  const { request } = read
  return { request, headers: Array.isArray(request.headers) ? request.headers : [] }
}

const SENT_HEAD = '=> Send header'
const SENT_BODY = '=> Send data'
// Options of curl put the time and the connection's number before it.
const SECTION = /^(?:[\d:.]+ )?(?:\[[\d-]+\] )*(== Info|[=<]+>? (?:Send|Recv) (?:SSL )?\w+)/

/** The bytes of a request that a trace shows. */
interface Sent {
  readonly line: number
  readonly head: number[]
  readonly body: number[]
}

const traced = (lines: readonly string[]): readonly (ShownRequest | Unreadable)[] => {
  const all: Sent[] = []
  let section = ''
  for (const [place, line] of lines.entries()) {
    const next = SECTION.exec(line)?.[1]
    section = next ?? section
    if (next === SENT_HEAD && isWhole(all.at(-1))) all.push({ line: place + 1, head: [], body: [] })
    if (next !== undefined || line === '') continue
    const sent = all.at(-1)
    if (section === SENT_HEAD) sent?.head.push(...bytesIn(line))
    if (section === SENT_BODY) sent?.body.push(...bytesIn(line))
  }
  return all.map((sent) => readOrTell(sent.line, () => sentRequest(sent)))
}

// A long head may be sent, and so shown, in parts.
const isWhole = (sent: Sent | undefined): boolean =>
  sent === undefined || /\r?\n\r?\n$/.test(String.fromCharCode(...sent.head.slice(-4)))

const sentRequest = ({ line, head, body }: Sent): ShownRequest => {
  const { request, headers } = requestIn(new TextDecoder().decode(new Uint8Array(head)))
  const bytes = new Uint8Array(body)
  return { line, request: { ...request, body: isChunked(headers) ? unchunked(bytes) : bytes } }
}

const bytesIn = (line: string): readonly number[] => {
  const [, row] = /^[0-9a-f]{4,}: ((?:[0-9a-f]{2} ){1,16})/.exec(line) ?? []
  if (row === undefined) {
    throw new CannotRead('curl --trace-ascii does not show all that is sent: --trace does.')
  }
  return row
    .trim()
    .split(' ')
    .map((byte) => Number.parseInt(byte, 16))
}
