/** A request that arrived, its body read: it can be looked at and passed on. */
export interface Arrived {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

/** Reads a request to its end. */
export const arrived = async (request: Request): Promise<Arrived> => ({
  method: request.method,
  url: request.url,
  headers: request.headers,
  body: new Uint8Array(await request.arrayBuffer()),
})

// Not a clone: to give up one half of a body that is too long waits for the other half.
/** The request again, to be read once more. */
export const again = ({ method, url, headers, body }: Arrived): Request =>
  new Request(url, { method, headers, ...(body.length > 0 && { body }) })
