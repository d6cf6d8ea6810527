import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { CLAUSES } from '../../../src/validation/clauses.ts'
import { type Fault, findingOf, type Rule } from '../../../src/validation/rule.ts'
import { type CheckReport, reportOf } from '../check/report.ts'
import { HOST_RULE } from '../sandbox/violations.ts'

type Handle = (request: Request) => Promise<Response>

/** Answers what came and is no HTTP request, of which the report tells. */
type Refuse = (report: CheckReport) => Response

/** How to serve. */
interface Serving {
  /** Any that is free, if left out or 0. */
  readonly port?: number
  readonly refuse?: Refuse
  /** Whether the process may end while it is served. */
  readonly isInBackground?: boolean
}

/** A server on 127.0.0.1. */
export interface Served {
  readonly origin: string
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'

/** How long a request may take to arrive. */
const REQUEST_TIMEOUT_MS = 60_000

/** More than the sandbox takes: it says itself that a body is too long. */
const KEPT_BYTES = 1024 * 1024

const badRequest = (): Response => new Response(null, { status: 400 })

/** Serves what answers Requests, on this machine alone. */
export const serve = (
  handle: Handle,
  { port = 0, refuse = badRequest, isInBackground = false }: Serving = {},
): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (incoming, outgoing) => {
      relay(incoming, outgoing, handle, refuse).catch(() => outgoing.destroy())
    })
    server.on('clientError', (error: UnreadError, socket) => {
      const { code = '', rawPacket } = error
      const isTls = rawPacket?.[0] === TLS_HANDSHAKE
      if (!code.startsWith('HPE_')) socket.destroy()
      else void closeWith(socket, refuse(unreadableReport(isTls ? 'TLS' : code)))
    })
    if (isInBackground) server.unref().on('connection', (socket) => socket.unref())
    server.once('error', (error) => reject(portError(error, port)))
    server.listen(port, HOST, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve({ origin: `http://${HOST}:${bound}`, close: () => closed(server) })
    })
  })

/** What Node's HTTP parser stumbles over. */
interface UnreadError extends NodeJS.ErrnoException {
  readonly rawPacket?: Uint8Array
}

/** The byte that a TLS connection begins with (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 22

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    // Clients keep their sockets open, and the server with them.
    server.closeAllConnections()
  })

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use',
  EACCES: 'needs more rights than this process has',
}

const portError = (error: NodeJS.ErrnoException, port: number): Error => {
  const reason = REASONS[error.code ?? '']
  return reason === undefined
    ? error
    : new Error(`Port ${port} of ${HOST} ${reason}. Name another, or 0 for any that is free.`, {
        cause: error,
      })
}

/** Passes a request on to what answers it, and the answer back. */
const relay = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: Handle,
  refuse: Refuse,
): Promise<void> => {
  const body = await readBody(incoming)
  const response = isForHere(incoming)
    ? await answered(asRequest(incoming, body), handle, refuse)
    : refuse(reportOn(HOST_RULE, WRONG_HOST))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(new Uint8Array(await response.arrayBuffer()))
}

const answered = async (
  request: Request | undefined,
  handle: Handle,
  refuse: Refuse,
): Promise<Response> =>
  request === undefined ? refuse(unreadableReport('NO_REQUEST')) : handle(request)

const HERE: readonly string[] = [HOST, 'localhost', '[::1]']

// A page may have its own name lead to this machine, and read what is told it under that name.
const isForHere = ({ headers: { host } }: IncomingMessage): boolean =>
  host === undefined || HERE.includes(host.replace(/:\d*$/, '').toLowerCase())

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
    return new Request(urlOf(url, `http://${headers.host ?? HOST}`), {
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

/** Writes an answer to a socket of which no request could be read, and closes it. */
const closeWith = async (socket: Duplex, response: Response): Promise<void> => {
  const body = Buffer.from(await response.arrayBuffer())
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.byteLength}`,
    'Connection: close',
  ]
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}

const BROKEN_HEADER: Fault = {
  where: 'the headers',
  received: 'a header that is broken into lines, or a line that is no header',
  expected: 'each header on one line',
  mend: "base64 of some tools has line breaks: base64 | tr -d '\\n' takes them out",
}

/** What is wrong, by what Node's HTTP parser stumbled over, and by what is none of its codes. */
const FAULTS: Readonly<Record<string, Fault>> = {
  HPE_CR_EXPECTED: BROKEN_HEADER,
  HPE_INVALID_HEADER_TOKEN: BROKEN_HEADER,
  HPE_HEADER_OVERFLOW: {
    where: 'the headers',
    received: 'more than 16 KiB of headers',
    expected: 'fewer, or shorter ones',
  },
  HPE_PAUSED_H2_UPGRADE: {
    where: 'the request',
    received: 'HTTP/2',
    expected: 'HTTP/1.1',
    mend: 'curl does so without --http2-prior-knowledge, .NET with HttpVersion.Version11',
  },
  TLS: {
    where: 'the request',
    received: 'the beginning of TLS',
    expected: 'HTTP/1.1',
    mend: 'the stub does not speak HTTPS: its URL begins with http:',
  },
  // What fetch has none like.
  NO_REQUEST: {
    where: 'the request',
    received: 'a method such as TRACE, or a Host or path that can be none',
    expected: 'a method of the FHIR API, a host and a path',
  },
}

const NO_HTTP: Fault = {
  where: 'the request',
  received: 'bytes that are no HTTP request',
  expected: 'HTTP/1.1',
}

const READABLE: Rule = { id: 'http/readable', severity: 'error', source: CLAUSES.http }

const unreadableReport = (code: string): CheckReport => reportOn(READABLE, FAULTS[code] ?? NO_HTTP)

const WRONG_HOST: Fault = {
  where: 'header Host',
  received: 'another host',
  expected: HERE.join(', '),
  mend: 'the stub is for this machine alone',
}

const reportOn = (rule: Rule, fault: Fault): CheckReport =>
  reportOf({ request: 'a request that cannot be read', violations: [findingOf(rule, fault)] })
