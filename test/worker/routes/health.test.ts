import { exports } from 'cloudflare:workers'
import { it } from 'vitest'
import about from '../../../package.json' with { type: 'json' }
import { NOON, stopClock } from '../clock.ts'
import { ORIGIN } from '../sender.ts'

stopClock()

const PASSES = { status: 'pass', version: about.version, serviceId: 'bars-sandbox' }

const BODIES = {
  '/_ping': PASSES,
  '/_status': {
    ...PASSES,
    description: 'BaRS Sandbox: a Receiver for the Booking and Referral Standard',
    checks: { 'receiver:responses': [{ status: 'pass', time: NOON }] },
  },
} as const

const ask = (path: string, method: string) =>
  exports.default.fetch(new Request(`${ORIGIN}${path}`, { method }))

/** An answer as it is compared. */
const told = async (response: Response) => {
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    cache: response.headers.get('Cache-Control'),
    allow: response.headers.get('Allow'),
    origin: response.headers.get('Access-Control-Allow-Origin'),
    body: text === '' ? undefined : JSON.parse(text),
  }
}

const HEALTH = {
  status: 200,
  type: 'application/health+json',
  cache: 'no-store',
  allow: null,
  origin: '*',
}

for (const [path, body] of Object.entries(BODIES)) {
  it(`tells its health at ${path}`, async ({ expect }) => {
    const response = await ask(path, 'GET')

    expect(await told(response)).toEqual({ ...HEALTH, body })
  })

  it(`answers HEAD of ${path} as GET without a body`, async ({ expect }) => {
    const response = await ask(path, 'HEAD')

    expect(await told(response)).toEqual({ ...HEALTH, body: undefined })
  })

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    it(`does not allow ${method} of ${path}`, async ({ expect }) => {
      const response = await ask(path, method)

      expect(await told(response)).toEqual({
        status: 405,
        type: 'application/problem+json',
        cache: 'no-store',
        allow: 'GET, HEAD',
        origin: '*',
        body: {
          title: 'Method Not Allowed',
          status: 405,
          detail: `The request method: received ${method}; expected GET, HEAD.`,
        },
      })
    })
  }
}
