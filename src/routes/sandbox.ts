import type { Context } from 'hono'
import { Hono } from 'hono/quick'
import { FHIR_JSON } from '../bars/media-type.ts'
import { nearest } from '../bars/near.ts'
import { exampleRequest } from '../examples/request.ts'
import { CATALOGUE, type CatalogueRow, scenarioOf } from '../receiver/catalogue.ts'
import { statusOf } from '../scenarios/scenario.ts'
import type { Deps } from './context.ts'
import { organisationRoutes } from './organisations.ts'
import { methodNotAllowed, problem } from './problem.ts'
import { reportRoutes } from './reports.ts'
import { serviceRoutes } from './services.ts'
import { validateRoutes } from './validate.ts'

/** A scenario as the control plane shows it. */
const scenarioView = ({
  id,
  suite,
  title,
  applications,
  on,
  sentinel,
  reply,
  source,
  given,
}: CatalogueRow) => ({
  id,
  suite,
  title,
  applications,
  on,
  sentinels: sentinel,
  status: statusOf(reply),
  source,
  ...(given && { given }),
})

/** The control plane, `/_sandbox/…`. */
export const sandboxRoutes = (deps: Deps): Hono => {
  const sandbox = new Hono()
  sandbox.route('/organisations', organisationRoutes(deps))
  sandbox.route('/reports', reportRoutes(deps))
  sandbox.route('/services', serviceRoutes())
  sandbox.route('/validate', validateRoutes())
  sandbox.get('/scenarios', (c) => c.json({ scenarios: CATALOGUE.map(scenarioView) }))
  sandbox.get('/scenarios/:id', (c) =>
    withScenario(c, (scenario) =>
      c.json({ ...scenarioView(scenario), request: exampleRequest(scenario) }),
    ),
  )
  sandbox.get('/scenarios/:id/message', (c) =>
    withScenario(c, (scenario) => {
      const { body } = exampleRequest(scenario)
      return body === undefined
        ? problem(c, 404, `Scenario ${scenario.id} is chosen by a read and has no message.`)
        : c.body(JSON.stringify(body), 200, { 'Content-Type': FHIR_JSON })
    }),
  )
  for (const path of ['/scenarios', '/scenarios/:id', '/scenarios/:id/message']) {
    sandbox.all(path, methodNotAllowed('GET, HEAD'))
  }
  return sandbox.all('*', (c) =>
    problem(
      c,
      404,
      'The control plane has /_sandbox/scenarios, /_sandbox/services, /_sandbox/organisations/{ods}, ' +
        '/_sandbox/reports/{id} and /_sandbox/validate.',
    ),
  )
}

function noScenario(id: string): string {
  const meant = nearest(id, SCENARIO_IDS)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `There is no such scenario.${hint} GET /_sandbox/scenarios lists them all.`
}

const SCENARIO_IDS = CATALOGUE.map(({ id }) => id)

const withScenario = (c: Context, answer: (scenario: CatalogueRow) => Response): Response => {
  const id = c.req.param('id') ?? ''
  const scenario = scenarioOf(id)
  return scenario === undefined ? problem(c, 404, noScenario(id)) : answer(scenario)
}
