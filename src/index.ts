import about from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'

/** The Worker. */
export default createApp({
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  version: about.version,
})
