import { env } from 'cloudflare:workers'
import { organisationsIn } from '../../../durable/organisations.ts'
import { createApp } from '../../../src/app.ts'
import { journalsInMemory } from '../../../src/reports/memory.ts'

export { JournalObject } from '../../../durable/journal.ts'
export { OrganisationObject } from '../../../durable/organisation.ts'

const OUTSIDE = {
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  version: '0.0.0',
  organisations: organisationsIn(env.ORGANISATION),
}

/** The sandbox, which keeps no reports. */
export default createApp(OUTSIDE)

/** The sandbox with its reports in memory: what they cost apart from where they are kept. */
export const reported = createApp({
  ...OUTSIDE,
  reports: {
    journals: journalsInMemory(),
    newSecret: () => crypto.randomUUID().replaceAll('-', ''),
  },
})
