import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono/quick'
import { OF_EVERY_ANSWER, readMessageIds } from './bars/headers.ts'
import { FHIR_PATH, isOwnPath, isUnderFhir, SPACE_PATH, spaceIn } from './bars/paths.ts'
import { failed, respond } from './routes/answer.ts'
import type { Deps, Fetch } from './routes/context.ts'
import { fhirRoutes } from './routes/fhir.ts'
import { readRequest } from './routes/fhir-request.ts'
import { healthRoutes } from './routes/health.ts'
import { notFound, unexpected } from './routes/not-found.ts'
import { pactRoutes } from './routes/pact.ts'
import { problemOf } from './routes/problem.ts'
import { reportOn } from './routes/report.ts'
import { sandboxRoutes } from './routes/sandbox.ts'
import { handledStrictly } from './routes/strict.ts'

// What a wrong verb gets is for the path to say: a browser is let through to it.
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'

/** Lets a page of any origin send what its browser asks for leave to send, whatever that is. */
const preflight = ({ req }: Context): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OF_EVERY_ANSWER,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': req.header('Access-Control-Request-Headers') ?? '',
      Vary: 'Access-Control-Request-Headers',
    },
  })

// FHIR answers are made in one go, with the same headers: a middleware would make each one twice.
const withHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(OF_EVERY_ANSWER)) {
    if (!c.res.headers.has(name)) c.header(name, value)
  }
}

/** Finds the page that a request is for; undefined where there is none, and none was asked for. */
const pagesOf = (deps: Deps, ask: Fetch) => {
  let pages: Promise<Fetch> | undefined
  return async (request: Request): Promise<Response | undefined> => {
    if (deps.pages === undefined || isUnderFhir(new URL(request.url).pathname)) return undefined
    pages ??= deps.pages(deps, ask)
    const page = await (await pages)(request)
    const isForReader = request.headers.get('Accept')?.includes('text/html')
    return page.status !== 404 || isForReader ? page : undefined
  }
}

/** The sandbox as a Hono app: the Worker serves it, the contract library runs it in-process. */
export const createApp = (deps: Deps): Hono => {
  const routes = new Hono()
    .use('/_sandbox/*', withHeaders)
    .use('/_pact/*', withHeaders)
    .use('/_ping', withHeaders)
    .use('/_status', withHeaders)
    .route('/', healthRoutes(deps))
    .route(FHIR_PATH, fhirRoutes(deps))
    .route('/_sandbox', sandboxRoutes(deps))
    .route('/_pact', pactRoutes(deps))
  const app = new Hono()
  const pageAt = pagesOf(deps, (request) => app.fetch(request))
  app
    .options('*', preflight)
    .route(SPACE_PATH, routes)
    .route('/', routes)
    .notFound(async (c) => {
      const page = await pageAt(c.req.raw)
      if (page !== undefined) return page
      const { path } = c.req
      const request = readRequest(c, spaceIn(path))
      const lenient = notFound(path, request)
      const answer = request.isStrict ? await handledStrictly(request, lenient, deps) : lenient
      const report = isUnderFhir(path) ? reportOn(request, answer, deps) : undefined
      return respond({ ...request, report }, answer, deps.compresses)
    })
    .onError((error, c) => {
      const { path, raw } = c.req
      const failure = unexpected(error)
      if (isOwnPath(path)) return problemOf(c, failure)
      return respond({ ids: readMessageIds(raw.headers), raw }, failed(failure), deps.compresses)
    })
  return app
}
