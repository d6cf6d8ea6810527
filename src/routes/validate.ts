import type { Context } from 'hono'
import { Hono } from 'hono/quick'
import { Failure } from '../bars/failure.ts'
import { checkContentType } from '../bars/media-type.ts'
import { sentBody } from '../validation/body.ts'
import { methodNotAllowed, problem } from './problem.ts'
import { readBody } from './read-body.ts'

/** `POST /_sandbox/validate`: a message in, what is wrong with it out. Nothing of it is kept. */
export const validateRoutes = (): Hono =>
  new Hono().post('/', validate).all('/', methodNotAllowed('POST'))

async function validate(c: Context): Promise<Response> {
  const { raw } = c.req
  const contentEncoding = raw.headers.get('Content-Encoding') ?? undefined
  const contentType = raw.headers.get('Content-Type') ?? undefined
  const refused = checkContentType(contentType, contentEncoding)
  if (refused !== undefined) return problem(c, 415, detailOf(refused))

  const body = await readBody({ raw, headers: raw.headers })
  if (body.json instanceof Failure && body.json.status === 413) {
    return problem(c, 413, detailOf(body.json))
  }
  // The rules and their tables are read by the first that needs them, not by every Worker that starts.
  const { judgeMessage } = await import('../validation/judge.ts')
  return c.json(judgeMessage(sentBody(body)))
}

// What is refused is not repeated.
const detailOf = ({ diagnosis }: Failure): string =>
  typeof diagnosis === 'string' ? diagnosis : `${diagnosis.where}: expected ${diagnosis.expected}.`
