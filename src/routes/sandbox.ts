import { Hono } from 'hono'
import { SCENARIOS } from '../scenarios/index.ts'
import { type Scenario, statusOf } from '../scenarios/scenario.ts'

/** A scenario as the control plane shows it. */
const shown = ({ id, suite, title, applications, on, sentinel, reply, source }: Scenario) => ({
  id,
  suite,
  title,
  applications,
  on,
  sentinels: sentinel,
  status: statusOf(reply),
  source,
})

/** The control plane, `/_sandbox/…`. */
export const sandboxRoutes = (): Hono => {
  const sandbox = new Hono()
  sandbox.get('/scenarios', (c) => c.json({ scenarios: SCENARIOS.map(shown) }))
  return sandbox
}
