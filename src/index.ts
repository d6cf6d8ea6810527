import { env } from 'cloudflare:workers'
import { organisationsIn } from '../durable/organisation.ts'
import about from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'

export { OrganisationObject } from '../durable/organisation.ts'

/** The Worker. */
export default createApp({
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  version: about.version,
  organisations: organisationsIn(env.ORGANISATION),
})
