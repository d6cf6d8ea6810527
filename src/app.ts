import { cors } from 'hono/cors'
import { Hono } from 'hono/quick'
import { EXPOSED, HEADERS, readMessageIds } from './bars/headers.ts'
import { FHIR_PATH, SPACE_PATH } from './bars/paths.ts'
import { failed, respond } from './routes/answer.ts'
import type { Deps } from './routes/context.ts'
import { fhirRoutes } from './routes/fhir.ts'
import { readRequest } from './routes/fhir-request.ts'
import { healthRoutes } from './routes/health.ts'
import { notFound, unexpected } from './routes/not-found.ts'
import { pactRoutes } from './routes/pact.ts'
import { sandboxRoutes } from './routes/sandbox.ts'

// CORS for every browser: preflights, and the answers of the control plane. FHIR answers are made in one
// go, with the same headers: a middleware would make each one twice.
const corsForAll = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['Accept', 'Authorization', 'Content-Type', 'Prefer', ...Object.values(HEADERS)],
  exposeHeaders: EXPOSED,
})

/** The sandbox as a Hono app: the Worker serves it, the contract library runs it in-process. */
export const createApp = (deps: Deps): Hono => {
  const routes = new Hono()
    .use('/_sandbox/*', corsForAll)
    .use('/_pact/*', corsForAll)
    .use('/_ping', corsForAll)
    .use('/_status', corsForAll)
    .route('/', healthRoutes(deps))
    .route(FHIR_PATH, fhirRoutes(deps))
    .route('/_sandbox', sandboxRoutes(deps))
    .route('/_pact', pactRoutes(deps))
  return new Hono()
    .options('*', corsForAll)
    .route(SPACE_PATH, routes)
    .route('/', routes)
    .notFound((c) => {
      const request = readRequest(c)
      return respond(request, notFound(c.req.path, request), deps.compresses)
    })
    .onError((error, { req: { raw } }) =>
      respond(
        { ids: readMessageIds(raw.headers), raw },
        failed(unexpected(error)),
        deps.compresses,
      ),
    )
}
