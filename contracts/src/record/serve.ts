import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A server on 127.0.0.1. */
export interface Served {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Serves what answers Requests on a free port of 127.0.0.1. */
export const serve = (answer: (request: Request) => Promise<Response>): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = createServer((incoming, outgoing) => {
      pass(incoming, outgoing, answer).catch((error: unknown) => outgoing.destroy(asError(error)))
    })
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => closed(server) })
    })
  })

const closed = (server: ReturnType<typeof createServer>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    // Clients keep their sockets open, and the server with them.
    server.closeAllConnections()
  })

const pass = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { method = 'GET', url = '/', headers, rawHeaders } = incoming
  const body = Buffer.concat(chunks)
  const answered = await answer(
    new Request(`http://${headers.host ?? '127.0.0.1'}${url}`, {
      method,
      headers: pairs(rawHeaders),
      ...(body.length > 0 && { body }),
    }),
  )
  outgoing.writeHead(answered.status, Object.fromEntries(answered.headers))
  outgoing.end(new Uint8Array(await answered.arrayBuffer()))
}

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, place) => (place % 2 === 0 ? [[name, raw[place + 1] ?? '']] : []))

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(`${error}`))
