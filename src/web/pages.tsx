import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { Hono } from 'hono/quick'
import { SPACE_PATH } from '../bars/paths.ts'
import type { Deps, Fetch } from '../routes/context.ts'
import { unexpected } from '../routes/not-found.ts'
import { check, checked } from './check.tsx'
import { failurePage, notFoundPage, refusedPage, tooLongPage } from './failures.tsx'
import { headers, madeHeaders } from './headers.tsx'
import { home, newSpace } from './home.tsx'
import { organisation, reset, sendFromOrganisation, setState } from './organisation.tsx'
import { organisations } from './organisations.tsx'
import { postman } from './postman.ts'
import { openapi, reference } from './reference.tsx'
import { report } from './report.tsx'
import { rules } from './rules.tsx'
import { rulings } from './rulings.tsx'
import { scenario, sendScenario } from './scenario.tsx'
import { scenarios } from './scenarios.tsx'
import { services } from './services.tsx'
import { type Page, visitOf } from './visit.ts'

/** Every page, by method and path. */
const PAGES: readonly (readonly [method: 'GET' | 'POST', path: string, page: Page])[] = [
  ['GET', '/', home],
  ['POST', '/spaces', newSpace],
  ['GET', '/scenarios', scenarios],
  ['GET', '/scenarios/:id', scenario],
  ['POST', '/scenarios/:id', sendScenario],
  ['GET', '/postman.json', postman],
  ['GET', '/check', check],
  ['POST', '/check', checked],
  ['GET', '/reports/:id', report],
  ['GET', '/organisations', organisations],
  ['GET', '/organisations/:ods', organisation],
  ['POST', '/organisations/:ods/send', sendFromOrganisation],
  ['POST', '/organisations/:ods/state', setState],
  ['POST', '/organisations/:ods/reset', reset],
  ['GET', '/services', services],
  ['GET', '/headers', headers],
  ['POST', '/headers', madeHeaders],
  ['GET', '/reference', reference],
  ['GET', '/reference/rules', rules],
  ['GET', '/reference/rulings', rulings],
  ['GET', '/openapi.json', openapi],
]

// A form escapes what it sends: a message of 512 KiB may come as three times that.
const FORM_BYTES = 2 * 1024 * 1024

/** The pages as an app of their own, which asks the sandbox as any client does. */
export const createPages = (deps: Deps, ask: Fetch): Fetch => {
  const routes = new Hono()
  for (const [method, path, page] of PAGES) {
    routes.on(method, path, (c) => page(visitOf(c, deps, ask)))
  }
  const pages = new Hono()
    .use(csrf())
    .use(bodyLimit({ maxSize: FORM_BYTES, onError: (c) => tooLongPage(visitOf(c, deps, ask)) }))
    .route(SPACE_PATH, routes)
    .route('/', routes)
    .notFound((c) => notFoundPage(visitOf(c, deps, ask)))
    .onError((error, c) => {
      const visit = visitOf(c, deps, ask)
      if (error instanceof HTTPException) return refusedPage(visit)
      unexpected(error)
      return failurePage(visit)
    })
  return (request) => pages.fetch(request)
}
