import { Hono } from 'hono/quick'
import { FHIR_PATH, SPACE_PATH } from './bars/paths.ts'
import { failed, respond } from './routes/answer.ts'
import type { Deps } from './routes/context.ts'
import { corsForAll } from './routes/cors.ts'
import { fhirRoutes } from './routes/fhir.ts'
import { readMessageIds, readRequest } from './routes/fhir-request.ts'
import { healthRoutes } from './routes/health.ts'
import { notFound, unexpected } from './routes/not-found.ts'
import { pactRoutes } from './routes/pact.ts'
import { sandboxRoutes } from './routes/sandbox.ts'

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
