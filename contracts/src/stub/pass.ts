import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Unreadable } from './unreadable.ts'

type Answer = (request: Request) => Promise<Response>

/** More than the sandbox takes: it says itself that a body is too long. */
const KEPT_BYTES = 1024 * 1024

/** Passes what arrives on a socket to what answers Requests, and the answer back. */
export const pass = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Answer,
  answerUnreadable: (why: Unreadable) => Response,
): Promise<void> => {
  const request = asRequest(incoming, await readBody(incoming))
  const answered = request === undefined ? answerUnreadable('NO_REQUEST') : await answer(request)
  outgoing.writeHead(answered.status, Object.fromEntries(answered.headers))
  outgoing.end(new Uint8Array(await answered.arrayBuffer()))
}

// What is over is read and dropped, so that the client gets its answer and no broken pipe.
const readBody = async (incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of incoming) {
    if (length <= KEPT_BYTES) chunks.push(chunk)
    length += chunk.length
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The request; undefined where fetch has none like it: a TRACE, or a Host that is none. */
const asRequest = (
  { method = 'GET', url = '/', headers, rawHeaders }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
): Request | undefined => {
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  try {
    return new Request(urlOf(url, `http://${headers.host ?? '127.0.0.1'}`), {
      method,
      headers: pairs(rawHeaders),
      ...(hasBody && { body }),
    })
  } catch {
    return undefined
  }
}

// Not resolved against the origin: that takes what follows // for another host.
const urlOf = (sent: string, origin: string): URL =>
  sent.startsWith('/') ? new URL(origin + sent) : new URL(sent, origin)

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, place) => (place % 2 === 0 ? [[name, raw[place + 1] ?? '']] : []))
