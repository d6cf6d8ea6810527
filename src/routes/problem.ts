import type { Context } from 'hono'

const TITLES = { 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed' } as const

/** A refusal of the control plane, which speaks JSON and not FHIR (RFC 9457). */
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
