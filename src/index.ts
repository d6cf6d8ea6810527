import { env } from 'cloudflare:workers'
import { journalsIn } from '../durable/journal.ts'
import { organisationsIn } from '../durable/organisations.ts'
import { version } from '../package.json'
import { createApp } from './app.ts'
import { acceptsGzip } from './bars/media-type.ts'

export { JournalObject } from '../durable/journal.ts'
export { OrganisationObject } from '../durable/organisation.ts'

/** The Worker. */
export default createApp({
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  version,
  compresses: (request) => {
    const accepted = request.headers.get('Accept-Encoding') ?? ''
    // Cloudflare asks for gzip itself, whatever the client's own header says.
    return (
      acceptsGzip(accepted) && acceptsGzip(String(request.cf?.['clientAcceptEncoding'] ?? accepted))
    )
  },
  organisations: organisationsIn(env.ORGANISATION),
  reports: {
    journals: journalsIn(env.JOURNAL),
    newSecret: () =>
      [...crypto.getRandomValues(new Uint8Array(16))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(''),
  },
  wait: (ms) => scheduler.wait(ms),
  asset: (path) => env.ASSETS.fetch(new URL(path, 'https://assets.invalid')),
  // Read by the first that opens a page, not by every Worker that starts.
  pages: async (deps, ask) => (await import('./web/pages.tsx')).createPages(deps, ask),
})
