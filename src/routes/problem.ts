import type { Context } from 'hono'
import type * as z from 'zod/mini'
import type { Failure } from '../bars/failure.ts'
import { LIMITS, MAX_CONTROL_BODY } from '../bars/limits.ts'
import { readBytes } from './read-body.ts'

const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  415: 'Unsupported Media Type',
} as const

/** A refusal of the control plane, which speaks JSON and not FHIR (RFC 9457); it repeats nothing sent. */
export const problem = (
  c: Context,
  status: keyof typeof TITLES,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  c.body(JSON.stringify({ title: TITLES[status], status, detail }), status, {
    'Content-Type': 'application/problem+json',
    ...headers,
  })

/** The refusal of a verb that a path of the control plane does not have. */
export const methodNotAllowed =
  (allow: string) =>
  (c: Context): Response =>
    problem(c, 405, `The request method: received ${c.req.method}; expected ${allow}.`, {
      Allow: allow,
    })

/** A failure as the control plane tells it: of storage (ruling 42), or a defect of ours. */
export const problemOf = (c: Context, { status, diagnosis, headers }: Failure): Response =>
  problem(c, status === 429 || status === 503 ? status : 500, String(diagnosis), { ...headers })

/** Reads a body of the control plane as a schema has it, or refuses it in those words. */
export const readSent = async <Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
  otherwise: string,
): Promise<z.infer<Schema> | Response> => {
  const { raw } = c.req
  const length = raw.headers.get('Content-Length')
  const bytes = await readBytes(raw, length, LIMITS.controlBodyBytes).catch(() => new Uint8Array())
  if (bytes === undefined) {
    const most = MAX_CONTROL_BODY
    return problem(c, 413, `The body: received more than ${most}; expected at most ${most}.`)
  }
  const sent = schema.safeParse(jsonIn(bytes))
  return sent.success ? sent.data : problem(c, 400, otherwise)
}

const jsonIn = (bytes: ArrayBuffer | Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
