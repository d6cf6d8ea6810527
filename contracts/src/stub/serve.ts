import { createServer, type Server } from 'node:http'
import { pass } from './pass.ts'
import { turnAway } from './turn-away.ts'
import type { ParserCode, Unreadable } from './unreadable.ts'

/** A server on 127.0.0.1. */
export interface Served {
  readonly origin: string
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'

/** How long a request may take to arrive. */
const REQUEST_TIMEOUT_MS = 60_000

const badRequest = (): Response => new Response(null, { status: 400 })

/**
 * Serves what answers Requests, on this machine alone; port 0 is any that is free. What comes and is
 * no HTTP request is answered by `answerUnreadable`.
 */
export const serve = (
  answer: (request: Request) => Promise<Response>,
  port = 0,
  answerUnreadable: (why: Unreadable) => Response = badRequest,
): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (incoming, outgoing) => {
      pass(incoming, outgoing, answer, answerUnreadable).catch(() => outgoing.destroy())
    })
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (isParserCode(error.code)) void turnAway(socket, answerUnreadable(error.code))
      else socket.destroy()
    })
    server.once('error', (error) => reject(explained(error, port)))
    server.listen(port, HOST, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve({ origin: `http://${HOST}:${bound}`, close: () => closed(server) })
    })
  })

const isParserCode = (code: string | undefined): code is ParserCode =>
  code?.startsWith('HPE_') === true

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

const explained = (error: NodeJS.ErrnoException, port: number): Error => {
  const reason = REASONS[error.code ?? '']
  return reason === undefined
    ? error
    : new Error(`Port ${port} of ${HOST} ${reason}. Name another, or 0 for any that is free.`, {
        cause: error,
      })
}
