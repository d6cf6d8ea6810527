import { Hono } from 'hono/quick'
import type { Deps } from './context.ts'
import { methodNotAllowed } from './problem.ts'

const HEALTH_JSON = { 'Content-Type': 'application/health+json' }

/** `/_ping` and `/_status`, as every NHS API has them (draft-inadarei-api-health-check). */
export const healthRoutes = ({ version, now }: Deps): Hono => {
  const health = new Hono()
  const about = { status: 'pass', version, serviceId: 'bars-sandbox' }
  health.get('/_ping', (c) => c.body(JSON.stringify(about), 200, HEALTH_JSON))
  health.get('/_status', (c) =>
    c.body(
      JSON.stringify({
        ...about,
        description: 'BaRS Sandbox: a Receiver for the Booking and Referral Standard',
        checks: {
          'receiver:responses': [{ status: 'pass', time: new Date(now()).toISOString() }],
        },
      }),
      200,
      HEALTH_JSON,
    ),
  )
  for (const path of ['/_ping', '/_status']) health.all(path, methodNotAllowed('GET, HEAD'))
  return health
}
